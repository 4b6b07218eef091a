import * as z from 'zod';

/** An officer's finding on one condition (A12, A14) or exclusion (A13). */
export const finding = z.object({
  item: z.string().describe('`A12(1)` … `A14(5)`, `A13(1)` …'),
  result: z.enum(['met', 'notMet', 'notApplicable']),
  reason: z.string(),
});

/** The eligibility review's outcome (A16). */
export const eligibility = z.object({
  findings: z.array(finding),
  by: z.string(),
  at: z.iso.datetime(),
});
