import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actsForApplicant, mayTake } from '../applicant.ts';
import { defenceFor } from '../defence/complete.ts';
import { actionsOf, isEnd } from '../lifecycle.ts';
import { disclosedTo } from '../objection/mark.ts';
import { isRecommendationOwed } from '../recommendation/chase.ts';
import { Refused } from '../refused.ts';
import type { Application } from './application.ts';
import { maskedApplication } from '../privacy/masking.ts';
import { flagsOf } from './flags.ts';
import { nameOf } from './submit.ts';

const offered = (of: Application, party: string) =>
  Object.entries(actionsOf('application', of.stage))
    .filter(([, t]) => t.by.some((p) => p === party))
    .map(([action]) => action);

/** The application as its applicant may see it; the award only once the government has decided (A22). */
export const asApplicant = (of: Application, actor: Actor) => ({
  ...of,
  view: 'applicant' as const,
  actions: offered(of, 'applicant').filter((action) => mayTake(of, actor.personId, action)),
  recommendationMissing: isRecommendationOwed(of),
  disclosedObjections: disclosedTo(of),
  award: of.stage === 'Awarded' ? of.awarding : undefined,
});

/** The application as the caller may see it. Throws `Refused` record.not-found: a stranger does not learn that it exists. */
export function applicationFor(actor: Actor, of: Application) {
  if (actsForApplicant(of, actor.personId)) return asApplicant(of, actor);
  const sees = hasRole(actor, 'office', of.programmeId) || hasRole(actor, 'auditor', of.programmeId);
  if (!sees || of.stage === 'Draft') throw new Refused('record.not-found', { record: 'application' });
  // Whoever oversees needs nobody's numbers; the office examines them.
  const seen = hasRole(actor, 'office', of.programmeId) ? of : maskedApplication(of);
  return {
    ...seen,
    defence: of.defence && defenceFor(actor, of, true),
    view: 'office' as const,
    flags: flagsOf(of),
    recommendationMissing: isRecommendationOwed(of),
    // What leads back from an end is decided for the whole cycle, and only about who was voted on (D20).
    actions: hasRole(actor, 'office', of.programmeId) && !isEnd('application', of.stage) ? offered(of, 'office') : [],
  };
}

/** Proof of every submission, the latest first with its files. Throws `Refused` application.not-submitted. */
export function receiptsOf({ applicationId, receipt, earlierReceipts = [] }: Application) {
  if (!receipt) throw new Refused('application.not-submitted');
  return { applicationId, latest: receipt, earlier: [...earlierReceipts].reverse() };
}

/** A line of a list. */
export const summaryOf = (of: Application) => ({
  ...of,
  name: nameOf(of),
  recommendationMissing: isRecommendationOwed(of),
});

/** A line of the office's list. */
export const flaggedSummaryOf = (of: Application) => ({ ...summaryOf(of), flags: flagsOf(of) });
