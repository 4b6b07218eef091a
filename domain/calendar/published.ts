import { plusDays } from './civil.ts';
import type { CalendarYear } from './working-days.ts';

const through = (first: string, last: string): string[] =>
  first > last ? [] : [first, ...through(plusDays(first, 1), last)];

const year = (
  of: number,
  document: string,
  off: readonly (readonly [string, string])[],
  worked: readonly string[],
) => ({
  year: of,
  source: `国务院办公厅关于${of}年部分节假日安排的通知(${document})`,
  holidays: off.flatMap(([first, last]) => through(`${of}-${first}`, `${of}-${last}`)),
  shiftedWorkingDays: worked.map((day) => `${of}-${day}`),
});

/** The calendars that the State Council has published, ready to be loaded into a programme. */
export const publishedCalendars: readonly CalendarYear[] = [
  year(
    2024,
    '国办发明电〔2023〕7号',
    [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  ),
  year(
    2025,
    '国办发明电〔2024〕12号',
    [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    ['01-26', '02-08', '04-27', '09-28', '10-11'],
  ),
  year(
    2026,
    '国办发明电〔2025〕7号',
    [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  ),
];
