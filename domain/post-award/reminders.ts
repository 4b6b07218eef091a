import * as z from 'zod';
import { plusDays } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';

/** When a duty's digests go out: so many days before it is due, and every so many days after (D14). */
export const reminders = z.object({ before: z.array(z.int().positive()), every: z.int().positive() });
export type Reminders = z.infer<typeof reminders>;

/**
 * The next day on which a digest names a duty: always after `today`, so that a sweep that runs twice finds nothing and
 * one that is days late tells what stands today, once. The first overdue day is the day after the due day.
 */
export function nextReminder(dueOn: CivilDate, { before, every }: Reminders, today: CivilDate): CivilDate {
  const ahead = before.map((days) => plusDays(dueOn, -days)).filter((on) => on > today);
  if (ahead.length > 0) return ahead.reduce((a, b) => (a < b ? a : b));
  let on = plusDays(dueOn, 1);
  while (on <= today) on = plusDays(on, every);
  return on;
}

/** What has just been opened, or was given back, is told with the next morning's digest. */
export const firstReminder = (today: CivilDate): CivilDate => plusDays(today, 1);
