import * as z from 'zod';

/**
 * An officer's finding on one condition (A12, A14: met, not met, not applicable) or exclusion (A13: absent, present).
 * Where it rests on what a department or register said, it names it.
 */
export const finding = z.object({
  item: z.string().describe('`A12(1)` … `A14(5)`, `A13(1)` …'),
  result: z.enum(['met', 'notMet', 'notApplicable', 'absent', 'present']),
  reason: z.string().trim().min(1).max(1000),
  source: z.string().trim().min(1).max(100).optional().describe('The department or register it comes from'),
  documentNumber: z.string().trim().min(1).max(100).optional(),
  foundOn: z.iso.date().optional(),
});
export type Finding = z.infer<typeof finding>;

/** The eligibility review's outcome (A16). */
export const eligibility = z.object({
  findings: z.array(finding),
  by: z.string(),
  at: z.iso.datetime(),
});

const paragraphs = (article: string, ...numbers: number[]) => numbers.map((n) => `${article}(${n})`);

/** What must be found of each kind of applicant; exclusions apply to a person as far as D11 says. */
export const itemsToFind = {
  organisation: {
    conditions: paragraphs('A12', 1, 2, 3, 4, 5, 6, 7, 8),
    exclusions: paragraphs('A13', 1, 2, 3, 4, 5, 6, 7),
  },
  individual: { conditions: paragraphs('A14', 1, 2, 3, 4, 5), exclusions: paragraphs('A13', 3, 5, 6) },
} as const;
