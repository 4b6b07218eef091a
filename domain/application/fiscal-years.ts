import { yearOf } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';

/** The last fiscal years closed at the closing date (D8); a fiscal year is a calendar year. */
export const lastFiscalYears = (closing: CivilDate, years: number): number[] =>
  Array.from({ length: years }, (_, i) => yearOf(closing) - years + i);

/** Whether every fiscal year is reported once. */
export const isEachYearOnce = (reported: readonly { readonly year: number }[]): boolean =>
  new Set(reported.map((r) => r.year)).size === reported.length;

/** What is said of a year that is written twice. */
export const yearTwice = '每个会计年度只填报一次 / each fiscal year is reported once';
