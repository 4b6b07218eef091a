import type { CalendarYear } from '#domain/calendar/working-days';

/** 2026 as the State Council published it. */
const published: CalendarYear = {
  year: 2026,
  source: '国务院办公厅关于2026年部分节假日安排的通知',
  holidays: [
    ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
    ...['2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'],
    ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  ],
  shiftedWorkingDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

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
  published,
  ...Array.from({ length: 14 }, (_, i) => provisional(2027 + i)),
];
