import { publishedCalendars } from '#domain/calendar/published';
import type { CalendarYear } from '#domain/calendar/working-days';

/**
 * Years not published yet, so that the sample's clock can be moved into them: only the statutory holidays of fixed
 * date, and marked as provisional. A real installation loads each year when it is published.
 */
const provisional = (year: number): CalendarYear => ({
  year,
  source: '暂行(示例):仅含固定日期的法定节假日,正式安排公布后须重新录入 / provisional sample: fixed-date holidays only',
  holidays: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`),
  shiftedWorkingDays: [],
});

/** The calendars of the sample. */
export const calendars: readonly CalendarYear[] = [
  ...publishedCalendars,
  ...Array.from({ length: 14 }, (_, i) => provisional(2027 + i)),
];
