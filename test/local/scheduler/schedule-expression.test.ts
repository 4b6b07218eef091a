import { describe, expect, it } from 'vitest';
import { occurrencesOf } from '#local/scheduler/schedule-expression';
import type { WhenToRun } from '#local/scheduler/schedule-expression';

const shanghai = 'Asia/Shanghai';

/** The next `count` times after an instant, in UTC to the minute. */
function times(when: WhenToRun, after: string, count: number, created = after): string[] {
  const next = occurrencesOf(when, Date.parse(created));
  const found: string[] = [];
  for (let at = next(Date.parse(after)); at !== undefined && found.length < count; at = next(at)) {
    found.push(new Date(at).toISOString().replace(/:00\.000Z$/, ''));
  }
  return found;
}

describe('cron', () => {
  it.each<[fields: string, zone: string, after: string, next: string[]]>([
    ['0 8 * * ? *', shanghai, '2027-01-01T00:00:00Z', ['2027-01-02T00:00', '2027-01-03T00:00']],
    ['0 8 * * ? *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-01T08:00', '2027-01-02T08:00']],
    // Midnight of 1 April in Shanghai is 31 March in UTC.
    ['0 0 1 APR ? *', shanghai, '2027-03-31T15:59:59Z', ['2027-03-31T16:00', '2028-03-31T16:00']],
    [
      '*/20 9-10 * * ? *',
      'UTC',
      '2027-01-01T09:30:00Z',
      ['2027-01-01T09:40', '2027-01-01T10:00', '2027-01-01T10:20', '2027-01-01T10:40', '2027-01-02T09:00'],
    ],
    ['10/25 0 * * ? *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-01T00:10', '2027-01-01T00:35', '2027-01-02T00:10']],
    [
      '0,30 8-20/6 * * ? *',
      'UTC',
      '2027-01-01T00:00:00Z',
      ['2027-01-01T08:00', '2027-01-01T08:30', '2027-01-01T14:00', '2027-01-01T14:30', '2027-01-01T20:00'],
    ],
    ['0 12 ? * MON-FRI *', 'UTC', '2027-01-01T13:00:00Z', ['2027-01-04T12:00', '2027-01-05T12:00']],
    ['0 12 ? * 1,sat *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-02T12:00', '2027-01-03T12:00', '2027-01-09T12:00']],
    ['0 0 L * ? *', 'UTC', '2028-01-31T00:00:00Z', ['2028-02-29T00:00', '2028-03-31T00:00', '2028-04-30T00:00']],
    // 31 January 2027 is a Sunday, 28 February too.
    ['0 0 LW * ? *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-29T00:00', '2027-02-26T00:00', '2027-03-31T00:00']],
    // 1 May 2027 is a Saturday: the nearest weekday in May is the 3rd.
    ['0 0 1W * ? *', 'UTC', '2027-04-02T00:00:00Z', ['2027-05-03T00:00', '2027-06-01T00:00']],
    ['0 0 15W * ? *', 'UTC', '2027-05-01T00:00:00Z', ['2027-05-14T00:00', '2027-06-15T00:00']],
    ['0 0 31W * ? *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-29T00:00', '2027-03-31T00:00', '2027-05-31T00:00']],
    ['0 0 ? * L *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-02T00:00', '2027-01-09T00:00']],
    ['0 0 ? * 6L *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-29T00:00', '2027-02-26T00:00']],
    ['0 0 ? * FRIL *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-29T00:00']],
    ['0 0 ? * 3#2 *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-12T00:00', '2027-02-09T00:00']],
    ['0 0 ? * FRI#5 *', 'UTC', '2027-01-01T00:00:00Z', ['2027-01-29T00:00', '2027-04-30T00:00']],
    [
      '0 0 1,L 2 ? *',
      'UTC',
      '2027-01-01T00:00:00Z',
      ['2027-02-01T00:00', '2027-02-28T00:00', '2028-02-01T00:00', '2028-02-29T00:00'],
    ],
    ['0 0 29 2 ? *', 'UTC', '2027-01-01T00:00:00Z', ['2028-02-29T00:00', '2032-02-29T00:00']],
    ['0 0 1 1 ? 2028-2030/2', 'UTC', '2027-01-01T00:00:00Z', ['2028-01-01T00:00', '2030-01-01T00:00']],
    ['0 0 1 1 ? 2020', 'UTC', '2027-01-01T00:00:00Z', []],
    ['0 0 30 2 ? *', 'UTC', '2027-01-01T00:00:00Z', []],
    // Clocks in Berlin skip 02:30 on 28 March 2027 and show it twice on 31 October.
    ['30 2 * * ? *', 'Europe/Berlin', '2027-03-27T12:00:00Z', ['2027-03-29T00:30']],
    ['30 2 * * ? *', 'Europe/Berlin', '2027-10-30T12:00:00Z', ['2027-10-31T00:30', '2027-11-01T01:30']],
    ['30 * * * ? *', 'Europe/Berlin', '2027-10-30T23:45:00Z', ['2027-10-31T00:30', '2027-10-31T02:30']],
    ['30 * * * ? *', 'Europe/Berlin', '2027-10-31T00:45:00Z', ['2027-10-31T02:30']],
  ])('(%s) in %s after %s', (fields, zone, after, next) => {
    expect(times({ expression: `cron(${fields})`, timeZone: zone }, after, Math.max(next.length, 1))).toEqual(next);
  });

  it.each([
    ['0 8 * * *', 'six fields'],
    ['0 8 * * * *', 'exactly one of'],
    ['0 8 ? * ? *', 'exactly one of'],
    ['60 8 * * ? *', '"60" is no value of the field minutes'],
    ['0 24 * * ? *', 'field hours'],
    ['0 8 32 * ? *', 'field day-of-month'],
    ['0 8 0W * ? *', 'field day-of-month'],
    ['0 8 L-3 * ? *', 'field day-of-month'],
    ['0 8 * 13 ? *', 'field month'],
    ['0 8 * FOO ? *', 'field month'],
    ['0 8 ? * 8 *', 'field day-of-week'],
    ['0 8 ? * FRI-MON *', 'field day-of-week'],
    ['0 8 ? * 2#6 *', 'field day-of-week'],
    ['0 8 ? * 2#1,3#1 *', 'stands alone'],
    ['0 8 * * ? 1969', 'field year'],
    ['*/0 8 * * ? *', 'field minutes'],
    ['1-2-3 8 * * ? *', 'field minutes'],
    ['0, 8 * * ? *', 'field minutes'],
  ])('(%s) is refused: %s', (fields, reason) => {
    const read = () => occurrencesOf({ expression: `cron(${fields})`, timeZone: 'UTC' }, 0);
    expect(read).toThrow(`cron(${fields}) cannot be scheduled`);
    expect(read).toThrow(reason);
  });
});

describe('rate', () => {
  it('runs when the schedule is created and then at its distance', () => {
    const when = { expression: 'rate(12 hours)', timeZone: shanghai };
    expect(times(when, '2027-01-01T09:59:00Z', 3, '2027-01-01T10:00:00Z')).toEqual([
      '2027-01-01T10:00',
      '2027-01-01T22:00',
      '2027-01-02T10:00',
    ]);
    expect(times(when, '2027-01-02T11:00:00Z', 1, '2027-01-01T10:00:00Z')).toEqual(['2027-01-02T22:00']);
  });

  it('counts from its start and ends at its end', () => {
    const when = {
      expression: 'rate(1 day)',
      timeZone: 'UTC',
      start: Date.parse('2027-02-01T00:00:00Z'),
      end: Date.parse('2027-02-02T00:00:00Z'),
    };
    expect(times(when, '2027-01-01T00:00:00Z', 5)).toEqual(['2027-02-01T00:00', '2027-02-02T00:00']);
  });
});

describe('at', () => {
  it('runs once, in its own zone', () => {
    const when = { expression: 'at(2027-03-31T00:00:00)', timeZone: shanghai };
    expect(times(when, '2027-01-01T00:00:00Z', 5)).toEqual(['2027-03-30T16:00']);
    expect(times(when, '2027-03-30T16:00:00Z', 5)).toEqual([]);
  });
});

it.each([
  ['rate(0 days)', 'UTC', 'positive number'],
  ['rate(1 week)', 'UTC', 'positive number'],
  ['at(2027-02-30T00:00:00)', 'UTC', 'yyyy-mm-ddThh:mm:ss'],
  ['at(2027-03-31)', 'UTC', 'yyyy-mm-ddThh:mm:ss'],
  ['at(2027-03-28T02:30:00)', 'Europe/Berlin', 'does not exist'],
  ['every day', 'UTC', 'neither cron(…)'],
  ['rate(1 day)', 'Asia/Peking', 'the time zone Asia/Peking'],
])('%s in %s is refused by name', (expression, zone, reason) => {
  const read = () => occurrencesOf({ expression, timeZone: zone }, 0);
  expect(read).toThrow(`${expression} cannot be scheduled`);
  expect(read).toThrow(reason);
});
