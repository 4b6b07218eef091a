import * as z from 'zod';
import { ruleSetPin } from '../programme/rule-set.ts';
import { recordHead } from '../record.ts';
import { disposalMark } from '../retention/disposal-mark.ts';
import { resolutionPin } from '../resolution/resolution.ts';
import { editionPins } from '../review/criteria/edition.ts';
import { publicationPin } from './publication.ts';

import { rules } from './rules.ts';

/** A change of an announced cycle: decided by the committee, published, and numbered from 1. */
export const amendment = z.object({
  amendment: z.int().positive(),
  at: z.iso.datetime(),
  resolution: resolutionPin,
  document: publicationPin,
  changes: z.array(z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
});

/** Where a cycle stands. What the clock decides is decided at the request; the last two are recorded steps. */
export const phases = ['draft', 'announced', 'open', 'closed', 'completed', 'archived'] as const;
export type Phase = (typeof phases)[number];

/** One round of the award: every five calendar years (A5). What is pinned at announcement never changes under it. */
export const cycle = z.object({
  ...recordHead,
  cycleId: z.string(),
  title: z.string(),
  year: z.int().describe('The award year'),
  status: z.enum(['draft', 'announced', 'completed', 'archived']),
  approvalReference: z.string().optional().describe('Document number of the provincial 评比达标表彰 office (A3)'),
  exceptionalResolution: resolutionPin.optional().describe('The committee decision on a cycle within five years (A5)'),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().describe('The last instant is excluded'),
  ruleSet: ruleSetPin.optional().describe('The version of the regulation that the cycle goes by (A1)'),
  criteria: editionPins.describe('The editions by which each kind is reviewed (A11)'),
  settingsVersion: z.int().default(1).describe('The version of the settings, as GET /settings lists them'),
  rules,
  calendars: z
    .array(z.object({ year: z.int(), revision: z.int(), source: z.string() }))
    .default([])
    .describe('The calendars of working days that stood when the cycle was announced'),
  announcement: publicationPin.optional(),
  circular: publicationPin.optional(),
  amendments: z.array(amendment).default([]),
  completedAt: z.iso.datetime().optional(),
  archivedAt: z.iso.datetime().optional(),
  papersDisposed: disposalMark.optional().describe('The papers of the cycle as a whole are gone (D13)'),
});
export type Cycle = z.infer<typeof cycle>;

/** What anyone may know of a cycle. */
export const cycleView = cycle.omit({ version: true, chain: true, papersDisposed: true }).extend({
  phase: z.enum(phases).describe('By the clock, at this moment'),
});

/** Where the cycle stands at an instant: a job is never what opens or closes it. */
export const phaseOf = (of: Pick<Cycle, 'status' | 'opensAt' | 'closesAt'>, now: string): Phase => {
  if (of.status !== 'announced') return of.status;
  if (now < of.opensAt) return 'announced';
  return now < of.closesAt ? 'open' : 'closed';
};

/** The cycle as it is shown at an instant. */
export const shown = (of: Cycle, now: string): z.infer<typeof cycleView> => ({ ...of, phase: phaseOf(of, now) });
