import { describe, expect, test } from 'vitest';
import { rules } from '#domain/cycle/rules';
import { selfCheck, selfDescription } from '#domain/eligibility/self-check';
import { refusalOf } from '#test/build/refusal';

const check = (described: Record<string, unknown>, closing = '2027-03-31', anchor = closing) =>
  selfCheck(selfDescription.parse({ kind: 'organisation', ...described }), { closing, anchor }, rules.parse({}));
const resultOf = (item: string, described: Record<string, unknown>, closing?: string) =>
  check(described, closing).items.find((i) => i.item === item)?.result;
const local = { domicileDivision: '530102', legalPerson: true };
const years = (...profits: number[]) =>
  profits.map((netProfit, i) => ({ year: 2024 + i, netProfit, policyLoss: netProfit === -2 }));

test('of nothing said everything is to be examined, each item with its text and a sentence', () => {
  const { result, items } = check({});
  expect(result).toBe('toBeExamined');
  expect(items.map((i) => i.item)).toEqual([
    'A12',
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `A12(${n})`),
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `A13(${n})`),
  ]);
  for (const item of items) {
    expect(item.result).toBe('toBeExamined');
    expect(item.text.zh).not.toBe(item.item);
    expect(item.sentences.length).toBeGreaterThan(0);
  }
});

test.each([
  ['on the anniversary', { ...local, registeredOn: '2024-03-31' }, 'met'],
  ['a day short', { ...local, registeredOn: '2024-04-01' }, 'notMet'],
  ['registered on a leap day', { ...local, registeredOn: '2024-02-29' }, 'met', '2027-02-28'],
  ['registered on a leap day, a day short', { ...local, registeredOn: '2024-02-29' }, 'notMet', '2027-02-27'],
  ['elsewhere', { ...local, domicileDivision: '530302', registeredOn: '2010-01-01' }, 'notMet'],
  ['a branch', { ...local, legalPerson: false, registeredOn: '2010-01-01' }, 'notMet'],
  ['without its domicile', { legalPerson: true, registeredOn: '2010-01-01' }, 'toBeExamined'],
])('an organisation %s (A12)', (_, described, result, closing?: string) =>
  expect(resultOf('A12', described, closing)).toBe(result),
);

test.each([
  ['profits', years(1, 0, 3), 'met'],
  ['a loss', years(1, -1, 3), 'notMet'],
  ['a policy loss', years(1, -2, 3), 'toBeExamined'],
  ['a year left out', years(1, 2), 'notMet'],
])('fiscal years (A12(6)): %s', (_, fiscalYears, result) => expect(resultOf('A12(6)', { fiscalYears })).toBe(result));

describe('facts are held against the look-back (A13, D7, D10)', () => {
  test.each([
    [{ item: 'A13(3)', nature: 'accident', on: '2024-03-31' }, 'notMet'],
    [{ item: 'A13(3)', nature: 'accident', on: '2024-03-30' }, 'met'],
    [{ item: 'A13(3)', nature: 'dishonesty', on: '2015-01-01', until: '2024-03-30' }, 'met'],
    [{ item: 'A13(3)', nature: 'dishonesty', on: '2015-01-01', until: '2024-03-31' }, 'notMet'],
    [{ item: 'A13(3)', nature: 'dishonesty', on: '2015-01-01' }, 'notMet'],
  ])('%j: %s', (fact, result) => expect(resultOf('A13(3)', { facts: [fact] })).toBe(result));

  const person = { kind: 'individual' };
  test.each([
    ['of a kind that its item does not speak of', { item: 'A13(3)', nature: 'penalty' }, {}],
    ['under an item that there is not', { item: 'A13(8)', nature: 'penalty' }, {}],
    ['under a condition', { item: 'A12(5)', nature: 'penalty' }, {}],
    ['under an exclusion that is not for a person (D11)', { item: 'A13(7)', nature: 'penalty' }, person],
    [
      'on the employer of somebody who does not lead it',
      { item: 'A14(5)', nature: 'penalty' },
      { ...person, topManager: false },
    ],
  ])('a fact %s is not passed over', (_, fact, described) =>
    expect(refusalOf(() => check({ ...described, facts: [{ ...fact, on: '2026-01-01' }] }))).toBe('exclusion.unfit'),
  );

  test('of a top manager the employer’s fact counts', () =>
    expect(resultOf('A14(5)', { ...person, facts: [{ item: 'A14(5)', nature: 'penalty', on: '2026-01-01' }] })).toBe(
      'notMet',
    ));

  test('the sentence shows the arithmetic', () =>
    expect(
      check({ facts: [{ item: 'A13(6)', nature: 'penalty', on: '2024-03-31' }] }).items.find((i) => i.item === 'A13(6)')
        ?.sentences[0]?.zh,
    ).toContain('自 2024-03-31(含)起算'));
});

test('an individual is asked for the years of work and for the exclusions that apply to a person (D11)', () => {
  const person = { kind: 'individual', workPeriods: [{ from: '2022-03-31', division: '530102' }], topManager: false };
  expect(check(person).items.map((i) => `${i.item} ${i.result}`)).toEqual([
    'A14(1) met',
    'A14(2) toBeExamined',
    'A14(3) toBeExamined',
    'A14(4) toBeExamined',
    'A14(5) met',
    'A13(3) toBeExamined',
    'A13(5) toBeExamined',
    'A13(6) toBeExamined',
  ]);
  const worked = (from: string, division: string) =>
    resultOf('A14(1)', { ...person, workPeriods: [{ from, division }] });
  expect(worked('2022-04-01', '530102')).toBe('notMet');
  expect(worked('2010-01-01', '530302')).toBe('notMet');
});

test.each([
  [
    'more periods than any life has',
    { workPeriods: Array.from({ length: 31 }, () => ({ from: '2020-01-01', division: '530102' })) },
  ],
  [
    'a period that ends before it begins',
    { workPeriods: [{ from: '2020-01-02', to: '2020-01-01', division: '530102' }] },
  ],
  ['a name for a place', { domicileDivision: '五华区' }],
  ['a year twice, a loss behind a profit', { fiscalYears: years(1, 2, 3).map((y) => ({ ...y, year: 2026 })) }],
  ['a day that is none', { registeredOn: '2023-02-29' }],
])('what is asked is bounded: %s', (_, described) =>
  expect(selfDescription.safeParse({ kind: 'organisation', ...described }).success).toBe(false),
);
