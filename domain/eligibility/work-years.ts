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

/**
 * Complete years of work in merged spans. The gaps are closed by moving earlier work towards later, so that years are
 * counted by anniversaries as they are for one unbroken period: the anniversary counts, 29 February is 28 (D9).
 */
export function completeYears(spans: readonly Span[]): number {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return 0;
  const gaps = spans.slice(1).reduce((days, span, i) => days + daysBetween(spans[i]?.until ?? span.from, span.from), 0);
  const start = plusDays(first.from, gaps);
  let years = 0;
  while (plusYears(start, years + 1) <= last.until) years += 1;
  return years;
}
