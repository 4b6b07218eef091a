import * as z from 'zod';
import { daysBetween, plusDays } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';

/** When a duty's digests go out: so many days before it is due, the day after, and every so many days from then on (D14). */
export const reminders = z.object({ before: z.array(z.int().positive()), every: z.int().positive() });
export type Reminders = z.infer<typeof reminders>;

/** Repeated reminders are counted from a Monday, so that those of every seven days fall on Mondays. */
const aMonday: CivilDate = '1970-01-05';

/** The next day after `today` on which whatever is overdue is told again: one for all, or a winner would hear daily of it. */
function nextRepeat(every: number, today: CivilDate): CivilDate {
  const tomorrow = plusDays(today, 1);
  return plusDays(tomorrow, (every - (daysBetween(aMonday, tomorrow) % every)) % every);
}

/**
 * The next day on which a digest names a duty: always after `today`, so that a sweep that runs twice finds nothing and
 * one that is days late tells what stands today, once. The first overdue day is the day after the due day.
 */
export function nextReminder(dueOn: CivilDate, { before, every }: Reminders, today: CivilDate): CivilDate {
  const ahead = before.map((days) => plusDays(dueOn, -days)).filter((on) => on > today);
  if (ahead.length > 0) return ahead.reduce((a, b) => (a < b ? a : b));
  return today <= dueOn ? plusDays(dueOn, 1) : nextRepeat(every, today);
}

/** What has just been opened, or was given back, is told with the next morning's digest. */
export const firstReminder = (today: CivilDate): CivilDate => plusDays(today, 1);
