import * as z from 'zod';
import { plusYears } from '../calendar/civil.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate } from '../record.ts';

/**
 * How an excluding fact is dated (D7, D10): an accident by its occurrence, a penalty by its decision, serious dishonesty
 * by the time on the list, and what is so now (a missing licence) not at all.
 */
export const natures = ['accident', 'penalty', 'dishonesty', 'state'] as const;
export type Nature = (typeof natures)[number];

/** When an excluding fact happened. */
export const datedFact = z.object({
  nature: z.enum(natures),
  on: z.iso.date().describe('Of an accident its occurrence, of a penalty its decision, of a listing its first day'),
  until: z.iso.date().optional().describe('Of a listing: the day it was taken off; absent while it stands (D10)'),
});
export type DatedFact = z.infer<typeof datedFact>;

/** The kinds of facts an exclusion speaks of (A13, A14(5)). */
export const naturesOf: Readonly<Record<string, readonly Nature[]>> = {
  'A13(1)': ['state'],
  'A13(2)': ['state'],
  'A13(3)': ['accident', 'dishonesty'],
  'A13(4)': ['penalty', 'accident'],
  'A13(5)': ['penalty'],
  'A13(6)': ['penalty'],
  'A13(7)': ['penalty'],
  'A14(5)': ['accident', 'penalty', 'dishonesty'],
};

/** The years a fact is looked for: both ends inclusive, the last is the cycle's anchor; 29 February is 28 (D7, D9). */
export interface LookBack {
  readonly years: number;
  readonly from: CivilDate;
  /** By the cycle's setting: the day applications close, or open. */
  readonly anchor: CivilDate;
}

/** The look-back on a kind of fact, from the cycle's anchor; see cycle/look-back-anchor.ts. */
export function lookBackOf(
  nature: Nature,
  anchor: CivilDate,
  rules: Pick<Rules, 'lookBackYears' | 'dishonestyYears'>,
): LookBack {
  const years = nature === 'dishonesty' ? rules.dishonestyYears : rules.lookBackYears;
  return { years, from: plusYears(anchor, -years), anchor };
}

/**
 * Whether the fact excludes: it is not over before the look-back begins. New facts are watched until the government
 * decides (D7), so the anchor ends nothing.
 */
export const excludes = ({ nature, on, until }: DatedFact, { from }: LookBack): boolean => {
  if (nature === 'state') return true;
  if (nature === 'dishonesty') return until === undefined || until >= from;
  return on >= from;
};
