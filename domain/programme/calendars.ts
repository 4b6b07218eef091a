import * as z from 'zod';
import { canonical } from '../audit/event.ts';
import { isWeekend, yearOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { calendarYear } from '../calendar/working-days.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Programme } from './programme.ts';

/** A calendar as it was loaded: a year that is loaded again is its next revision. */
export const loadedCalendar = calendarYear.extend({
  revision: z.int().positive().default(1),
  loadedAt: z.iso.datetime().optional(),
  reason: z.string().optional().describe('Why it replaced the revision before'),
});

/** What an administrator loads for a year. */
export const calendarFile = calendarYear.omit({ year: true }).extend({
  reason: z.string().trim().min(1).max(300).optional().describe('Needed when the year is loaded already'),
});

const twice = (dates: readonly CivilDate[]) => [...new Set(dates.filter((date, i) => dates.indexOf(date) !== i))];

/** Throws `Refused` calendar.* naming the dates that cannot be of the year's calendar. */
function refuseUnlessSound({ year, holidays, shiftedWorkingDays }: CalendarYear): void {
  const none = (dates: CivilDate[], code: Parameters<typeof refuseUnless>[1]) =>
    refuseUnless(dates.length === 0, code, { year, dates });
  none(
    [...holidays, ...shiftedWorkingDays].filter((date) => yearOf(date) !== year),
    'calendar.other-year',
  );
  none(
    holidays.filter((date) => shiftedWorkingDays.includes(date)),
    'calendar.holiday-and-shifted',
  );
  none([...twice(holidays), ...twice(shiftedWorkingDays)], 'calendar.date-twice');
  none(
    shiftedWorkingDays.filter((date) => !isWeekend(date)),
    'calendar.shifted-on-weekday',
  );
}

/**
 * Loads the calendar of a year: holidays and shifted working days (D2). Loading it anew takes a reason, keeps the
 * revision before, and moves no deadline that was fixed by it: those are dates in their own records. Throws `Refused`
 * calendar.other-year, calendar.holiday-and-shifted, calendar.date-twice, calendar.shifted-on-weekday,
 * calendar.reason-missing, calendar.same.
 */
export function loadCalendar(
  to: Programme,
  { reason, ...year }: CalendarYear & { readonly reason?: string | undefined },
  circumstances: Circumstances,
): Outcome<Programme> {
  refuseUnlessSound(year);
  const before = to.calendars.find((c) => c.year === year.year);
  if (before) {
    const { source, holidays, shiftedWorkingDays } = before;
    const same = canonical(year) === canonical({ year: before.year, source, holidays, shiftedWorkingDays });
    refuseUnless(!same, 'calendar.same', { year: year.year });
    refuseUnless(!!reason, 'calendar.reason-missing', { year: year.year });
  }
  const revision = (before?.revision ?? 0) + 1;
  const loaded = { ...year, revision, loadedAt: circumstances.now, ...(before && { reason }) };
  return decided(
    circumstances,
    {
      ...to,
      calendars: [...to.calendars.filter((c) => c !== before), loaded].sort((a, b) => a.year - b.year),
      earlierCalendars: before ? [...to.earlierCalendars, before] : to.earlierCalendars,
    },
    {
      type: before ? 'calendarReplaced' : 'calendarLoaded',
      detail: { year: year.year, revision, source: year.source, ...(before && { reason }) },
    },
  );
}
