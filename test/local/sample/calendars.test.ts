import { isWorkday } from 'chinese-days';
import { expect, test } from 'vitest';
import { plusDays } from '#domain/calendar/civil';
import { isWorkingDay } from '#domain/calendar/working-days';
import { calendars } from '#local/sample/calendars';

test('every day of 2026 is a working day or not as an independent data package has it', () => {
  const different: string[] = [];
  for (let date = '2026-01-01'; date < '2027-01-01'; date = plusDays(date, 1))
    if (isWorkingDay(date, calendars) !== isWorkday(date)) different.push(date);
  expect(different).toEqual([]);
});

test('a year whose calendar is provisional says so in its source', () => {
  const later = calendars.filter(({ year }) => year > 2026);
  expect(later.length).toBeGreaterThan(0);
  for (const { source } of later) expect(source).toContain('暂行');
});
