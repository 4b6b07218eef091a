import type { Application } from '../application/application.ts';
import { closingOf } from '../application/extend.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { closingDate } from '../cycle/closing-date.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Instant } from '../record.ts';

/**
 * Until when the opinion on an applicant can be given: some working days after applications close (D17), later for one
 * that was given more time or became another body's by its correction. The instant itself is excluded. Throws `Refused`
 * calendar.year-missing.
 */
export const recommendationEndsAt = (
  of: Pick<Application, 'extension' | 'recommendedAnewSince'>,
  cycle: Pick<Cycle, 'closesAt' | 'rules'>,
  calendars: readonly CalendarYear[],
): Instant => {
  const closing = closingDate({ closesAt: closingOf(of, cycle) });
  const asked = of.recommendedAnewSince && dateAt(of.recommendedAnewSince);
  const lastDay = asked && asked > closing ? asked : closing;
  return endOf(plusWorkingDays(lastDay, cycle.rules.recommendationWorkingDays, calendars));
};
