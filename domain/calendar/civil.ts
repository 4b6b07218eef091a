import type { CivilDate, Instant } from '../record.ts';

const day = 86_400_000;
/** Asia/Shanghai is UTC+8 the whole year; there is no daylight saving (since 1991). */
const shanghai = 8 * 3_600_000;
const two = (n: number) => String(n).padStart(2, '0');

/** The instant of a number of milliseconds since the epoch. */
export const instantOf = (millis: number): Instant => new Date(millis).toISOString();

/** The civil date in Asia/Shanghai at an instant. */
export const dateAt = (instant: Instant): CivilDate =>
  new Date(Date.parse(instant) + shanghai).toISOString().slice(0, 10);

/** The civil time in Asia/Shanghai at an instant: `09:30`. */
export const timeAt = (instant: Instant): string =>
  new Date(Date.parse(instant) + shanghai).toISOString().slice(11, 16);

/** The first instant of a civil date in Asia/Shanghai. */
export const startOf = (date: CivilDate): Instant => instantOf(Date.parse(`${date}T00:00:00.000Z`) - shanghai);

/** 24:00 of a civil date in Asia/Shanghai: the first instant after it. */
export const endOf = (date: CivilDate): Instant => startOf(plusDays(date, 1));

/** The date some days later (or earlier, when negative). */
export const plusDays = (date: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * day).toISOString().slice(0, 10);

/** The same day in another year; 29 February becomes 28 February where there is none (D9). */
export const plusYears = (date: CivilDate, years: number): CivilDate => {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  const year = y + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${two(m)}-${two(m === 2 && d === 29 && !leap ? 28 : d)}`;
};

/** Days from one date to a later one. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / day;

/** The calendar year of a date. */
export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** Whether the date is a Saturday or Sunday. */
export const isWeekend = (date: CivilDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay());
