import * as z from 'zod';
import { formRules } from '../application/form-rules.ts';
import { afterwardsRules } from './rules/afterwards.ts';
import { intakeRules } from './rules/intake.ts';
import { reviewRules } from './rules/review.ts';
import { voteRules } from './rules/vote.ts';

/**
 * The settings of a cycle where the regulation is silent (D1…): each with its default, pinned at announcement. What
 * each is for, why its default is what it is, and what else is possible: `settings.ts`. Days that are called working
 * days are counted by the programme's calendars.
 */
export const rules = z.object({ ...formRules, ...intakeRules, ...reviewRules, ...voteRules, ...afterwardsRules });
export type Rules = z.infer<typeof rules>;
