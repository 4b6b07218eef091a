import * as z from 'zod';
import type { Criteria } from './criteria/criteria.ts';
import { itemsOf } from './criteria/criteria.ts';

/** A percentage of an item's points, in steps of 5 as the scoring guide has them. */
export const percentage = z.int().min(0).max(100).multipleOf(5);

/**
 * The score in thousandths of a point. Item points × percentage / 100 is a whole number of hundredths, so nothing is
 * ever rounded.
 */
export const scoreMilli = (criteria: Criteria, items: readonly { code: string; percentage: number }[]): number =>
  itemsOf(criteria).reduce(
    (sum, { code, points }) => sum + points * 10 * (items.find((i) => i.code === code)?.percentage ?? 0),
    0,
  );

/** The mean of percentages, rounded to the nearest step of 5; half a step goes up. In whole numbers throughout. */
export const meanInSteps = (percentages: readonly number[]): number => {
  const sum = percentages.reduce((a, b) => a + b, 0);
  const n = percentages.length;
  return 5 * Math.floor((2 * sum + 5 * n) / (10 * n));
};

/** Percentage points between the highest and the lowest (D25). */
export const spread = (percentages: readonly number[]): number => Math.max(...percentages) - Math.min(...percentages);
