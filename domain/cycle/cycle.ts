import * as z from 'zod';
import { recordHead } from '../record.ts';
import { editionPins } from '../review/criteria/edition.ts';
import { rules } from './rules.ts';

/** A document published before a cycle opens: the announcement to the public, the circular to units (A15). */
export const publication = z.object({
  number: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
});

/** One round of the award: every five calendar years (A5). What is pinned at announcement never changes under it. */
export const cycle = z.object({
  ...recordHead,
  cycleId: z.string(),
  title: z.string(),
  year: z.int().describe('The award year'),
  status: z.enum(['draft', 'announced']),
  approvalReference: z.string().describe('Document number of the provincial 评比达标表彰 office (A3)'),
  exceptionalResolution: z.string().optional().describe('The committee decision on a cycle within five years (A5)'),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime().describe('The last instant is excluded'),
  criteria: editionPins.describe('The editions by which each kind is reviewed (A11)'),
  rules,
  announcement: publication.extend({ publishedAt: z.iso.datetime() }).optional(),
  circular: publication.extend({ publishedAt: z.iso.datetime() }).optional(),
});
export type Cycle = z.infer<typeof cycle>;

/** What anyone may know of a cycle. */
export const cycleView = cycle.omit({ version: true, chain: true }).extend({
  phase: z.enum(['draft', 'announced', 'open', 'closed']).describe('By the clock, at this moment'),
});

/** Where the cycle stands at an instant: a job is never what opens or closes it. */
export const phaseOf = (of: Cycle, now: string): 'draft' | 'announced' | 'open' | 'closed' => {
  if (of.status === 'draft') return 'draft';
  if (now < of.opensAt) return 'announced';
  return now < of.closesAt ? 'open' : 'closed';
};
