import { isWorkday } from 'chinese-days';
import { describe, expect, it, test } from 'vitest';
import { endOf, plusDays } from '#domain/calendar/civil';
import { publishedCalendars } from '#domain/calendar/published';
import { isWorkingDay, lastDayOf, plusWorkingDays } from '#domain/calendar/working-days';
import { refusalBy } from '#test/build/refused';

test.each(publishedCalendars.map((c) => c.year))(
  'every day of %i is a working day or not as an independent data package has it',
  (year) => {
    const different: string[] = [];
    for (let date = `${year}-01-01`; date < `${year + 1}-01-01`; date = plusDays(date, 1))
      if (isWorkingDay(date, publishedCalendars) !== isWorkday(date)) different.push(date);
    expect(different).toEqual([]);
  },
);

describe('five working days, the day of publication not counted', () => {
  it.each([
    ['over New Year with Sunday 4 January worked', '2025-12-29', '2026-01-06'],
    ['over New Year 2025', '2024-12-27', '2025-01-06'],
    ['over Spring Festival 2025: 26 January and 8 February worked', '2025-01-24', '2025-02-07'],
    ['over Spring Festival 2026: 14 and 28 February worked', '2026-02-12', '2026-02-26'],
    ['over 清明 2024, with Sunday 7 April worked', '2024-04-03', '2024-04-11'],
    ['over 清明 2025, which falls on a Friday', '2025-04-02', '2025-04-10'],
    ['over 清明 2026', '2026-04-03', '2026-04-13'],
    ['over 五一 2024, with 28 April and 11 May worked', '2024-04-27', '2024-05-07'],
    ['over 五一 2025, with Sunday 27 April worked', '2025-04-26', '2025-05-06'],
    ['over 五一 2026, with Saturday 9 May worked', '2026-04-30', '2026-05-11'],
    ['over 端午 2024', '2024-06-07', '2024-06-17'],
    ['over 端午 2025', '2025-05-30', '2025-06-09'],
    ['over 端午 2026', '2026-06-18', '2026-06-26'],
    ['over 中秋 2024, with Saturday 14 September worked', '2024-09-13', '2024-09-23'],
    ['over 中秋 and 国庆 2026', '2026-09-24', '2026-10-09'],
    ['over 国庆 2024, with 29 September and 12 October worked', '2024-09-28', '2024-10-10'],
    ['over 国庆 and 中秋 2025, with 28 September and 11 October worked', '2025-09-30', '2025-10-14'],
    ['over 国庆 2026, with Saturday 10 October worked', '2026-09-30', '2026-10-13'],
    ['begun on a day off', '2026-10-01', '2026-10-13'],
    ['in an ordinary week', '2026-03-02', '2026-03-09'],
  ])('%s: from %s to the end of %s', (_, from, last) => {
    // Counted again, day by day, by the independent package.
    let date = from;
    for (let left = 5; left > 0;) if (isWorkday((date = plusDays(date, 1)))) left -= 1;
    expect(plusWorkingDays(from, 5, publishedCalendars)).toBe(date);
    expect(date).toBe(last);
  });

  it('end at 24:00 in Shanghai: the last millisecond is in time, the next is not', () => {
    const end = endOf(plusWorkingDays('2026-09-30', 5, publishedCalendars));
    expect(end).toBe('2026-10-13T16:00:00.000Z');
    expect('2026-10-13T15:59:59.999Z' < end).toBe(true);
  });

  it('are refused, not guessed, when they reach a year that is not loaded', () => {
    expect(refusalBy(() => plusWorkingDays('2026-12-25', 4, publishedCalendars))).toBeUndefined();
    expect(refusalBy(() => plusWorkingDays('2026-12-25', 5, publishedCalendars))).toEqual({
      code: 'calendar.year-missing',
      detail: { year: 2027 },
    });
  });
});

test.each([
  ['that ends on a working day', '2026-03-02', 7, '2026-03-09'],
  ['that ends in the 国庆 week', '2026-09-25', 7, '2026-10-08'],
  ['that ends on a Sunday', '2026-03-01', 7, '2026-03-09'],
  ['that ends on a shifted working Saturday', '2026-05-02', 7, '2026-05-09'],
])('a notice in calendar days %s', (_, from, count, last) => {
  expect(lastDayOf(from, { count, unit: 'calendarDays' }, publishedCalendars)).toBe(last);
});
