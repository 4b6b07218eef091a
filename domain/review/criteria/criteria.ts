import * as z from 'zod';

const name = z.string().trim().min(1).max(100);
const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/)
  .describe('The clause of the standard: `4.1.2`');

const item = z.object({
  code,
  zh: name,
  en: name,
  points: z.int().min(1).max(1000),
  scoredBy: z
    .enum(['process', 'result'])
    .describe(
      'Process items by approach-deployment-learning-integration, results by level-trend-comparison-integration',
    ),
});

/** The criteria of an edition (A11): categories and the items that are scored. */
export const criteria = z.object({
  edition: name.describe('What it is called: `GB/T 19580-2012`'),
  categories: z
    .array(z.object({ code, zh: name, en: name, items: z.array(item).min(1).max(50) }))
    .min(1)
    .max(30),
});
export type Criteria = z.infer<typeof criteria>;

export interface CriteriaItem {
  readonly code: string;
  readonly points: number;
}
interface Categories {
  readonly categories: readonly { readonly items: readonly CriteriaItem[] }[];
}

/** All items, in the order of the edition. */
export const itemsOf = (of: Categories): CriteriaItem[] => of.categories.flatMap((c) => c.items);
