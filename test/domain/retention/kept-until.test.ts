import { describe, expect, test } from 'vitest';
import { keptBecause, lockFor, retainUntil } from '#domain/retention/kept-until';
import { anAnnounced } from '#test/build/cycle';

const cycle = (closesAt: string, more: object = {}, retentionYears = 10) => {
  const of = { ...anAnnounced(), closesAt, ...more };
  return { ...of, rules: { ...of.rules, retentionYears } };
};

describe('files are kept until 1 January, ten years after the one that follows the closing (A29, D13)', () => {
  test.each([
    ['24:00 of 31 December 2027, China', '2027-12-31T16:00:00.000Z', {}, '2038-01-01'],
    ['a millisecond into 2028, China', '2027-12-31T16:00:00.001Z', {}, '2039-01-01'],
    ['the first day of a year', '2028-01-02T16:00:00.000Z', {}, '2039-01-01'],
    ['a leap day', '2028-02-29T16:00:00.000Z', {}, '2039-01-01'],
    [
      'completed in the year after',
      '2027-06-30T16:00:00.000Z',
      { completedAt: '2028-03-01T01:00:00.000Z' },
      '2039-01-01',
    ],
    [
      'completed at 23:59:59.999, 31 December, China',
      '2027-06-30T16:00:00.000Z',
      { completedAt: '2027-12-31T15:59:59.999Z' },
      '2038-01-01',
    ],
    [
      'completed at 00:00, 1 January, China',
      '2027-06-30T16:00:00.000Z',
      { completedAt: '2027-12-31T16:00:00.000Z' },
      '2039-01-01',
    ],
    [
      'archived later still',
      '2027-06-30T16:00:00.000Z',
      { completedAt: '2028-03-01T01:00:00.000Z', archivedAt: '2030-03-01T01:00:00.000Z' },
      '2041-01-01',
    ],
  ])('closed %s', (_, closesAt, more, until) => expect(retainUntil(cycle(closesAt, more))).toBe(until));

  test('or as many years as the cycle says', () =>
    expect(retainUntil(cycle('2027-06-30T16:00:00.000Z', {}, 30))).toBe('2058-01-01'));
});

const closed = cycle('2027-06-30T16:00:00.000Z');
const free = { openCase: false, ban: undefined };

describe('an open case and a ban keep them longer', () => {
  test.each([
    ['nothing', free, '2038-01-01', false],
    ['a ban that ends before', { openCase: false, ban: { until: '2037-12-30' } }, '2038-01-01', false],
    ['a ban that ends on the last day', { openCase: false, ban: { until: '2037-12-31' } }, '2038-01-01', false],
    ['a ban that ends a day later', { openCase: false, ban: { until: '2038-01-01' } }, '2038-01-02', false],
    ['a ban from a leap day', { openCase: false, ban: { until: '2040-02-29' } }, '2040-03-01', false],
    ['a ban that was lifted', { openCase: false, ban: { until: '2040-02-29', lifted: {} } }, '2038-01-01', false],
    ['a case', { openCase: true, ban: undefined }, '2038-01-01', true],
  ])('%s', (_, ties, until, onHold) => expect(lockFor(retainUntil(closed), ties)).toEqual({ until, onHold }));

  test.each([
    ['the day before', free, '2037-12-31', 'retention'],
    ['the day itself', free, '2038-01-01', undefined],
    ['with a case open', { openCase: true, ban: undefined }, '2050-01-01', 'openCase'],
    ['on the last banned day', { openCase: false, ban: { until: '2040-02-29' } }, '2040-02-29', 'ban'],
    ['on the day after', { openCase: false, ban: { until: '2040-02-29' } }, '2040-03-01', undefined],
  ] as const)('and they are offered, %s: %s', (_, ties, today, because) =>
    expect(keptBecause(retainUntil(closed), ties, today)).toBe(because),
  );
});
