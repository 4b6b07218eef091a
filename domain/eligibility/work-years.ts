import { daysBetween, plusDays, plusYears } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';

/** Work from a day on until the day it ended; `until` itself is no longer part of it. */
export interface Span {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

interface Period {
  readonly from: CivilDate;
  /** The last day of work; absent while it lasts. */
  readonly to?: CivilDate | undefined;
}

const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b);

/** The periods up to the closing date in order, overlaps and adjoining ones merged (D9). */
export function mergedSpans(periods: readonly Period[], closing: CivilDate): Span[] {
  const spans = periods
    .map(({ from, to }): Span => ({ from, until: to ? earlier(plusDays(to, 1), closing) : closing }))
    .filter((s) => s.from < s.until)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (!last || span.from > last.until) merged.push(span);
    else if (span.until > last.until) merged[merged.length - 1] = { ...last, until: span.until };
  }
  return merged;
}

const yearsIn = ({ from, until }: Span): number => {
  let years = 0;
  while (plusYears(from, years + 1) <= until) years += 1;
  return years;
};

/**
 * Complete years of work in merged spans. Each span counts by its own anniversaries (the anniversary counts, 29 February
 * is 28, D9); what is left of them is laid end to end, up to the last day of work, and counts in the same way. A sum of
 * days would take a year with a leap day for more than a year and two years without one for less than two.
 */
export function completeYears(spans: readonly Span[]): number {
  const last = spans.at(-1);
  if (!last) return 0;
  const whole = spans.map(yearsIn);
  const left = spans.map(({ from, until }, i) => daysBetween(plusYears(from, whole[i] ?? 0), until));
  const rest = { from: plusDays(last.until, -sum(left)), until: last.until };
  return sum(whole) + (spans.length > 1 ? yearsIn(rest) : 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
