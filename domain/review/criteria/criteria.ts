import * as z from 'zod';
import { individualCriteria } from './individual.ts';
import { organisationCriteria } from './organisation-2012.ts';

const item = z.object({
  code: z.string().describe('The clause of the standard: `4.1.2`'),
  zh: z.string(),
  en: z.string(),
  points: z.int().positive(),
  scoredBy: z
    .enum(['process', 'result'])
    .describe(
      'Process items by approach-deployment-learning-integration, results by level-trend-comparison-integration',
    ),
});

const total = 1000;

/** An edition of the criteria (A11): its items make 1000 points. */
export const criteria = z
  .object({
    edition: z.string(),
    categories: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), items: z.array(item).min(1) })),
  })
  .refine((c) => itemsOf(c).reduce((sum, i) => sum + i.points, 0) === total, `the items make ${total} points`)
  .refine((c) => new Set(itemsOf(c).map((i) => i.code)).size === itemsOf(c).length, 'every code once');

export interface CriteriaItem {
  readonly code: string;
  readonly points: number;
}
interface Categories {
  readonly categories: readonly { readonly items: readonly CriteriaItem[] }[];
}
export type Criteria = z.infer<typeof criteria>;

/** All items, in the order of the edition. */
export const itemsOf = (of: Categories): CriteriaItem[] => of.categories.flatMap((c) => c.items);

const editions: Readonly<Record<'organisation' | 'individual', Criteria>> = {
  organisation: criteria.parse(organisationCriteria),
  individual: criteria.parse(individualCriteria),
};

/** The criteria by which applications of the kind are reviewed. */
export const criteriaFor = (kind: 'organisation' | 'individual'): Criteria => editions[kind];
