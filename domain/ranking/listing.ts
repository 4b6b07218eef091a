import * as z from 'zod';

/** The office's decision after material review (A17): on-site is a part of defence (D23). */
export const shortlisting = z.object({
  listId: z.string(),
  defence: z.boolean(),
  onSite: z.boolean(),
  reason: z.string(),
  at: z.iso.datetime(),
});

/** The recommended list's entry (A20): the composite score, the award proposed and why. */
export const listedAward = z.object({
  listId: z.string(),
  compositeMilli: z.int().describe('Thousandths of a point of 1000'),
  award: z.enum(['qualityAward', 'nominationAward']),
  reason: z.string(),
  at: z.iso.datetime(),
});
