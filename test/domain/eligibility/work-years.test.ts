import { expect, test } from 'vitest';
import { completeYears, mergedSpans } from '#domain/eligibility/work-years';

const closing = '2027-03-31';

test.each([
  ['one that lasts, on its fifth anniversary', [{ from: '2022-03-31' }], 5],
  ['one that lasts, a day before it', [{ from: '2022-04-01' }], 4],
  ['one that ended after exactly five years', [{ from: '2015-01-01', to: '2019-12-31' }], 5],
  ['one that ended a day short of five years', [{ from: '2015-01-01', to: '2019-12-30' }], 4],
  [
    'two that overlap count once',
    [
      { from: '2020-01-01', to: '2022-12-31' },
      { from: '2021-01-01', to: '2023-12-31' },
    ],
    4,
  ],
  [
    'one within another',
    [
      { from: '2015-01-01', to: '2019-12-31' },
      { from: '2016-01-01', to: '2017-01-01' },
    ],
    5,
  ],
  [
    'two with a gap',
    [
      { from: '2012-01-01', to: '2014-12-31' },
      { from: '2020-01-01', to: '2021-12-31' },
    ],
    5,
  ],
  [
    'two with a gap, a day short',
    [
      { from: '2012-01-02', to: '2014-12-31' },
      { from: '2020-01-01', to: '2021-12-31' },
    ],
    4,
  ],
  [
    'two that adjoin',
    [
      { from: '2012-01-01', to: '2014-12-31' },
      { from: '2015-01-01', to: '2016-12-31' },
    ],
    5,
  ],
  [
    'three whole years and two, none a leap year',
    [
      { from: '2013-01-01', to: '2015-12-31' },
      { from: '2017-01-01', to: '2018-12-31' },
    ],
    5,
  ],
  [
    'two halves of a year in different years',
    [
      { from: '2021-01-01', to: '2021-06-30' },
      { from: '2022-07-01', to: '2022-12-31' },
    ],
    1,
  ],
  ['begun on 29 February, at the next leap day', [{ from: '2020-02-29', to: '2024-02-27' }], 3],
  [
    'given in any order',
    [
      { from: '2020-01-01', to: '2021-12-31' },
      { from: '2012-01-01', to: '2014-12-31' },
    ],
    5,
  ],
  ['what lies after the closing date', [{ from: '2020-04-01' }, { from: '2027-05-01' }], 6],
  ['one that ends after the closing date', [{ from: '2022-03-31', to: '2030-01-01' }], 5],
  ['begun on 29 February', [{ from: '2024-02-29', to: '2025-02-27' }], 1],
  ['turned round', [{ from: '2020-01-01', to: '2019-01-01' }], 0],
  ['none', [], 0],
])('years of work: %s', (_, periods, years) => expect(completeYears(mergedSpans(periods, closing))).toBe(years));

test('periods that adjoin are shown as one', () =>
  expect(
    mergedSpans(
      [
        { from: '2012-01-01', to: '2014-12-31' },
        { from: '2015-01-01', to: '2016-12-31' },
      ],
      closing,
    ),
  ).toEqual([{ from: '2012-01-01', until: '2017-01-01' }]));
