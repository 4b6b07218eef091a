import { dayOfMonthField, dayOfWeekField, parseElement, parseValue } from './cron-field.ts';

/** Tells whether a day of the calendar (month 1–12) is meant. */
export type DayMatcher = (year: number, month: number, day: number) => boolean;

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
/** 1 Sunday … 7 Saturday, as cron counts. */
const weekday = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
const SUNDAY = 1;
const SATURDAY = 7;

/** Exactly one of the two fields speaks, the other says `?`. */
export function parseDays(ofMonth: string, ofWeek: string): DayMatcher {
  if ((ofMonth === '?') === (ofWeek === '?')) {
    throw new Error('exactly one of day-of-month and day-of-week must be "?"');
  }
  const [text, parse] = ofWeek === '?' ? [ofMonth, parseDayOfMonth] : [ofWeek, parseDayOfWeek];
  const elements = text.split(',');
  if (elements.length > 1 && text.includes('#')) throw new Error(`"${text}": "#" stands alone in day-of-week`);
  const matchers = elements.map(parse);
  return (year, month, day) => matchers.some((matches) => matches(year, month, day));
}

function parseDayOfMonth(element: string): DayMatcher {
  if (element === 'L') return (year, month, day) => day === daysIn(year, month);
  if (element === 'LW') return (year, month, day) => day === nearestWeekday(year, month, daysIn(year, month));
  const [, near] = /^(\d+)W$/.exec(element) ?? [];
  if (near === undefined) {
    const days = new Set(parseElement(dayOfMonthField, element));
    return (_year, _month, day) => days.has(day);
  }
  const wanted = parseValue(dayOfMonthField, near);
  if (wanted === undefined) throw new Error(`"${element}" is no value of the field day-of-month`);
  return (year, month, day) => wanted <= daysIn(year, month) && day === nearestWeekday(year, month, wanted);
}

/** Monday to Friday, never out of the month. */
function nearestWeekday(year: number, month: number, day: number): number {
  switch (weekday(year, month, day)) {
    case SATURDAY:
      return day === 1 ? 3 : day - 1;
    case SUNDAY:
      return day === daysIn(year, month) ? day - 2 : day + 1;
    default:
      return day;
  }
}

function parseDayOfWeek(element: string): DayMatcher {
  if (element === 'L') return (year, month, day) => weekday(year, month, day) === SATURDAY;
  const [, name, last, nth] = /^(\w+?)(?:(L)|#([1-5]))$/.exec(element) ?? [];
  const wanted = name === undefined ? undefined : parseValue(dayOfWeekField, name);
  if (wanted === undefined) {
    const days = new Set(parseElement(dayOfWeekField, element));
    return (year, month, day) => days.has(weekday(year, month, day));
  }
  return (year, month, day) =>
    weekday(year, month, day) === wanted &&
    (last === undefined ? Math.ceil(day / 7) === Number(nth) : day + 7 > daysIn(year, month));
}
