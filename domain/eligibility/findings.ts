import * as z from 'zod';
import type { Rules } from '../cycle/rules.ts';
import { datedFact } from './dated-fact.ts';

/**
 * An officer's finding on one condition (A12, A14: met, not met, not applicable) or exclusion (A13: absent, present).
 * Where it rests on what a department or register said, it names it.
 */
export const finding = z.object({
  item: z.string().describe('`A12`, `A12(1)` … `A14(5)`, `A13(1)` …'),
  result: z.enum(['met', 'notMet', 'notApplicable', 'absent', 'present']),
  reason: z.string().trim().min(1).max(1000),
  source: z.string().trim().min(1).max(100).optional().describe('The department or register it comes from'),
  documentNumber: z.string().trim().min(1).max(100).optional(),
  documentIds: z.array(z.string()).max(20).optional().describe("Of the applicant's files or of papers"),
  foundOn: z.iso.date().optional(),
  fact: datedFact.optional().describe('Of an exclusion that is present: what kind of fact, and when'),
});
export type Finding = z.infer<typeof finding>;

/** A finding as work in progress: what an officer has found so far, before the decision. */
export const recordedFinding = finding.extend({ by: z.string(), at: z.iso.datetime() });

/** The eligibility review's outcome (A16). */
export const eligibility = z.object({
  findings: z.array(recordedFinding.partial({ by: true, at: true })).describe('`by` and `at` of those recorded before'),
  by: z.string(),
  at: z.iso.datetime(),
});

const paragraphs = (article: string, ...numbers: number[]) => numbers.map((n) => `${article}(${n})`);

/** Whether the applicant shows by files that it meets the condition: (1) to (8) of A12, (2) to (4) of A14. */
export const needsEvidence = (item: string): boolean => /^A12\(|^A14\([234]\)/.test(item);

/**
 * What must be found of each kind of applicant: `A12` itself is that it is a legal person, registered and at home in the
 * city. Exclusions apply to a person as far as the setting says (D11).
 */
export const itemsToFind = (
  kind: 'organisation' | 'individual',
  { exclusionsForIndividuals }: Pick<Rules, 'exclusionsForIndividuals'>,
): { readonly conditions: readonly string[]; readonly exclusions: readonly string[] } =>
  kind === 'organisation'
    ? {
        conditions: ['A12', ...paragraphs('A12', 1, 2, 3, 4, 5, 6, 7, 8)],
        exclusions: paragraphs('A13', 1, 2, 3, 4, 5, 6, 7),
      }
    : { conditions: paragraphs('A14', 1, 2, 3, 4, 5), exclusions: paragraphs('A13', ...exclusionsForIndividuals) };

/** What the applicant speaks on: A12 is said with the identity, A14(5) concerns top managers alone. */
export const itemsToDeclare = (
  kind: 'organisation' | 'individual',
  isTopManager: boolean,
  rules: Pick<Rules, 'exclusionsForIndividuals'>,
): string[] => {
  const { conditions, exclusions } = itemsToFind(kind, rules);
  return [...conditions, ...exclusions].filter((item) => item !== 'A12' && (item !== 'A14(5)' || isTopManager));
};
