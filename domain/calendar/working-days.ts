import * as z from 'zod';
import type { CivilDate } from '../record.ts';
import { Refused } from '../refused.ts';
import { isWeekend, plusDays, yearOf } from './civil.ts';

/** One year of public holidays and shifted working days (调休), as the State Council publishes it. */
export const calendarYear = z.object({
  year: z.int().min(2000).max(2200),
  holidays: z
    .array(z.iso.date())
    .max(60)
    .describe('Days off that would be working days by the week, and holidays on weekends'),
  shiftedWorkingDays: z.array(z.iso.date()).max(20).describe('Weekend days that are worked (调休)'),
  source: z.string().min(1).max(300).describe('The document it comes from, or that it is provisional'),
});
export type CalendarYear = z.infer<typeof calendarYear>;

/** Whether people work on the date. Refuses to guess for a year whose calendar is not loaded. */
export function isWorkingDay(date: CivilDate, years: readonly CalendarYear[]): boolean {
  const year = years.find((y) => y.year === yearOf(date));
  if (!year) throw new Refused('calendar.year-missing', { year: yearOf(date) });
  if (year.shiftedWorkingDays.includes(date)) return true;
  return !isWeekend(date) && !year.holidays.includes(date);
}

/**
 * The last day of a period of working days that begins the day after `from` (the day itself is not counted, D2).
 * The period ends at 24:00 of the day returned.
 */
export function plusWorkingDays(from: CivilDate, count: number, years: readonly CalendarYear[]): CivilDate {
  let date = from;
  for (let left = count; left > 0;) {
    date = plusDays(date, 1);
    if (isWorkingDay(date, years)) left -= 1;
  }
  return date;
}

/**
 * The last day of a period (D2): the day it begins is not counted, and it ends at 24:00 of the day returned. One in
 * calendar days that would end on a day off ends on the next working day, as the Civil Code has it (article 203).
 */
export function lastDayOf(
  from: CivilDate,
  { count, unit }: { readonly count: number; readonly unit: 'workingDays' | 'calendarDays' },
  years: readonly CalendarYear[],
): CivilDate {
  if (unit === 'workingDays') return plusWorkingDays(from, count, years);
  return plusWorkingDays(plusDays(from, count - 1), 1, years);
}
