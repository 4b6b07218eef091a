import { describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Winner } from '#domain/approval/winner';
import { usualRules, yearlyDutiesOf } from '#domain/post-award/open-yearly';
import { at } from '#test/build/an-application';
import { aWinner } from '#test/build/winner';

const imported = { imported: { importId: 'imp_1', legalBasis: '2013', at: '2027-01-01T00:00:00.000Z' } };
const opened = (winner: Partial<Winner>, year: number, rules: Partial<typeof usualRules> = {}) =>
  yearlyDutiesOf(
    aWinner({ decision: { number: '1', date: '2026-12-31' }, ...winner }),
    year,
    { ...usualRules, ...rules },
    at(systemActor, `${year}-01-01T00:00:00.000Z`),
  ).map(({ next }) => [next.kind, next.party, next.dueOn]);

const report = (year: number) => ['annualReport', 'winner', `${year}-03-31`];
const inspection = (year: number) => ['inspection', 'office', `${year}-12-31`];

describe('what a winner owes in a year', () => {
  test.each<[string, Partial<Winner>, number, unknown[]]>([
    ['nothing in the year of the decision', {}, 2026, []],
    ['the first report and inspection in the next year', {}, 2027, [report(2027), inspection(2027)]],
    ['the fifth report', {}, 2031, [report(2031), inspection(2031)]],
    ['no sixth report; organisations are inspected on', {}, 2032, [inspection(2032)]],
    ['an individual reports and is not inspected', { kind: 'individual' }, 2027, [report(2027)]],
    ['nothing more for an individual after five years', { kind: 'individual' }, 2032, []],
    ['nothing after a revocation', { status: 'revoked' }, 2027, []],
    ['who won before this system within five years', imported, 2031, [report(2031), inspection(2031)]],
    ['and not longer', imported, 2032, []],
  ])('%s', (_, winner, year, duties) => {
    expect(opened(winner, year)).toEqual(duties);
  });

  test('of who has no account here, the office sees to the report', () => {
    expect(opened({ ...imported, ownerId: '' }, 2027)).toEqual([
      ['annualReport', 'office', '2027-03-31'],
      ['inspection', 'office', '2027-12-31'],
    ]);
  });

  test('is as the cycle says: number and day of the reports, inspection of individuals, reminders', () => {
    const annualReports = { count: 1, dueMonthDay: '06-30', remindDaysBefore: [3], remindEveryDaysAfter: 14 };
    const rules = { annualReports, individualInspection: true };
    expect(opened({ kind: 'individual' }, 2027, rules)).toEqual([
      ['annualReport', 'winner', '2027-06-30'],
      ['inspection', 'office', '2027-12-31'],
    ]);
    expect(opened({ kind: 'individual' }, 2028, rules)).toEqual([['inspection', 'office', '2028-12-31']]);
    const [first] = yearlyDutiesOf(
      aWinner({}),
      2027,
      { ...usualRules, annualReports },
      at(systemActor, '2027-01-01T00:00:00.000Z'),
    );
    expect(first?.next).toMatchObject({ reminders: { before: [3], every: 14 }, remindOn: '2027-01-02' });
  });

  test('the office is reminded of an inspection when it comes near, the winner told the next morning', () => {
    const now = at(systemActor, '2027-01-01T00:00:00.000Z');
    expect(yearlyDutiesOf(aWinner({}), 2027, usualRules, now).map(({ next }) => next.remindOn)).toEqual([
      '2027-01-02',
      '2027-12-01',
    ]);
  });
});
