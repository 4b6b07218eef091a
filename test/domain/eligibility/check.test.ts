import { describe, expect, test } from 'vitest';
import { checkArithmetic } from '#domain/eligibility/check';
import { aCycle, anIndividual, anOrganisation } from '#test/build/eligibility';

const verdicts = (of: Parameters<typeof checkArithmetic>[0]) =>
  checkArithmetic(of, aCycle()).map((c) => `${c.article} ${c.verdict}`);
const year = (y: number, netProfit: number, policyLoss = false) => ({ year: y, netProfit, policyLoss });

describe('three years of registration at the closing date (A12, D9)', () => {
  test.each([
    ['2024-03-31', 'met'],
    ['2024-04-01', 'notMet'],
    ['2010-01-01', 'met'],
  ])('registered on %s: %s', (registeredOn, verdict) =>
    expect(verdicts(anOrganisation({}, { registeredOn }))[0]).toBe(`A12 ${verdict}`),
  );

  test('29 February has its anniversary on 28 February', () => {
    const [check] = checkArithmetic(anOrganisation({}, { registeredOn: '2024-02-29' }), aCycle());
    expect(check).toMatchObject({ reachedOn: '2027-02-28', closing: '2027-03-31', requiredYears: 3 });
  });
});

test.each([
  ['profits', [year(2024, 1), year(2025, 0), year(2026, 2)], ['met', 'met', 'met']],
  ['a loss', [year(2024, 1), year(2025, -1), year(2026, 2)], ['met', 'notMet', 'met']],
  ['a policy loss is for the officer', [year(2024, -5, true), year(2025, 1), year(2026, 2)], ['officer', 'met', 'met']],
  ['a year not reported', [year(2024, 1), year(2026, 2)], ['met', 'notMet', 'met']],
  [
    'an older loss does not count',
    [year(2023, -1), year(2024, 1), year(2025, 1), year(2026, 1)],
    ['met', 'met', 'met'],
  ],
  ['a profit called policy loss', [year(2024, 1, true), year(2025, 1), year(2026, 1)], ['met', 'met', 'met']],
])('the last three closed fiscal years (A12(6), D8): %s', (_, years, expected) =>
  expect(verdicts(anOrganisation({}, {}, years)).slice(1)).toEqual(expected.map((v) => `A12(6) ${v}`)),
);

test('an individual is measured by years of work alone (A14(1))', () => {
  const person = anIndividual({ workPeriods: [{ from: '2022-04-01', division: '530181', employer: 'e', duty: 'd' }] });
  expect(checkArithmetic(person, aCycle())).toEqual([
    {
      rule: 'workYears',
      article: 'A14(1)',
      spans: [{ from: '2022-04-01', until: '2027-03-31' }],
      requiredYears: 5,
      completeYears: 4,
      closing: '2027-03-31',
      verdict: 'notMet',
    },
  ]);
});

test.each([
  ['in Kunming', '530102', 'met'],
  ['in Qujing', '530302', 'notMet'],
])('work %s (A14(1))', (_, division, verdict) => {
  const workPeriods = [
    { from: '2023-01-01', division: '530102', employer: 'e', duty: 'd' },
    { from: '2010-01-01', to: '2020-12-31', division, employer: 'e', duty: 'd' },
  ];
  expect(verdicts(anIndividual({ workPeriods }))).toEqual([`A14(1) ${verdict}`]);
});
