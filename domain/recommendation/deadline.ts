import type { Application } from '../application/application.ts';
import { closingOf } from '../application/extend.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { closingDate } from '../cycle/closing-date.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CivilDate, Instant } from '../record.ts';
import { Refused } from '../refused.ts';

type Asked = [
  of: Pick<Application, 'extension' | 'recommendedAnewSince'>,
  cycle: Pick<Cycle, 'closesAt' | 'rules'>,
  years: readonly CalendarYear[],
];

const lastDayOf = (...[of, cycle, calendars]: Asked): CivilDate => {
  const closing = closingDate({ closesAt: closingOf(of, cycle) });
  const asked = of.recommendedAnewSince && dateAt(of.recommendedAnewSince);
  return plusWorkingDays(asked && asked > closing ? asked : closing, cycle.rules.recommendationWorkingDays, calendars);
};

/**
 * Until when the opinion on an applicant can be given: some working days after applications close (D17), later for one
 * that was given more time or became another body's by its correction. The instant itself is excluded. Throws `Refused`
 * calendar.year-missing.
 */
export const recommendationEndsAt = (...asked: Asked): Instant => endOf(lastDayOf(...asked));

/**
 * The last day for the opinion, as the body is told it; undefined while the calendar of its year is not loaded, which is
 * no ground to keep anybody from handing in.
 */
export function recommendationDueOn(...asked: Asked): CivilDate | undefined {
  try {
    return lastDayOf(...asked);
  } catch (error) {
    if (error instanceof Refused && error.code === 'calendar.year-missing') return undefined;
    throw error;
  }
}
