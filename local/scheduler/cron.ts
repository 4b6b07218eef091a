import type { Millis } from '../contracts.ts';
import { parseDays } from './cron-day.ts';
import { hoursField, minutesField, monthField, parseField, yearField } from './cron-field.ts';
import type { TimeZone } from './time-zone.ts';

const minute: Millis = 60_000;

/**
 * AWS's six fields: minutes, hours, day of month, month, day of week, year. Answers the first time after an instant;
 * where clocks are put back, a time that comes twice counts once.
 * Throws, naming the field, at what is no cron expression.
 */
export function parseCron(fields: string, zone: TimeZone): (after: Millis) => Millis | undefined {
  const parts = fields.trim().split(/\s+/);
  if (parts.length !== 6) throw new Error(`cron needs six fields and has ${parts.length}`);
  const [minuteText, hourText, dayOfMonth, monthText, dayOfWeek, yearText] = parts;
  const minutes = parseField(minutesField, minuteText!);
  const hours = parseField(hoursField, hourText!);
  const months = new Set(parseField(monthField, monthText!));
  const years = parseField(yearField, yearText!);
  const matchesDay = parseDays(dayOfMonth!, dayOfWeek!);
  const timesOfDay = hours.flatMap((hour) => minutes.map((past) => (hour * 60 + past) * minute));

  return (after) => {
    const from = zone.wallClock(after);
    for (const day of days(from, years, months)) {
      if (!matchesDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())) continue;
      for (const time of timesOfDay) {
        const wallClock = day.getTime() + time;
        const instant = wallClock < from ? undefined : zone.instant(wallClock);
        if (instant !== undefined && instant > after) return instant;
      }
    }
    return undefined;
  };
}

/** The days of the given years and months, from the day of `from` on. */
function* days(from: Millis, years: readonly number[], months: ReadonlySet<number>): Generator<Date> {
  const firstDay = Math.floor(from / 86_400_000) * 86_400_000;
  for (const year of years) {
    if (year < new Date(firstDay).getUTCFullYear()) continue;
    for (let at = Math.max(firstDay, Date.UTC(year, 0, 1)); ; at += 86_400_000) {
      const day = new Date(at);
      if (day.getUTCFullYear() !== year) break;
      if (months.has(day.getUTCMonth() + 1)) yield day;
    }
  }
}
