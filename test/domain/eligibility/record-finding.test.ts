import { describe, expect, test } from 'vitest';
import type { Finding } from '#domain/eligibility/findings';
import { passEligibility } from '#domain/eligibility/pass';
import { recordFinding } from '#domain/eligibility/record-finding';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aCycle, anIndividual, anOrganisation, findingsFor } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const cycle = aCycle();
const record = (finding: Partial<Finding>, of = anOrganisation(), who = officer) =>
  recordFinding(of, { finding: { item: 'A12(1)', result: 'met', reason: '有据', ...finding }, cycle }, at(who));
const present = (fact: Finding['fact'], more: Partial<Finding> = {}): Partial<Finding> => ({
  item: 'A13(3)',
  result: 'present',
  source: '应急管理局',
  documentNumber: '函〔2026〕1号',
  fact,
  ...more,
});
const accident = (on: string) => ({ nature: 'accident', on }) as const;

test('a finding is kept with who and when, and found anew replaces the one before', () => {
  const first = record({}).next;
  const { next } = record({ result: 'notMet', reason: '再查' }, first, someone('officer-2', 'office'));
  expect(next.findings).toEqual([
    { item: 'A12(1)', result: 'notMet', reason: '再查', by: 'officer-2', at: '2027-03-01T01:00:00.000Z' },
  ]);
});

test.each([
  ['EligibilityReview', 'allowed'],
  ['Correction', 'allowed'],
  ['Consultation', 'stage.action-unavailable'],
  ['Draft', 'stage.action-unavailable'],
] as const)('in stage %s: %s', (stage, code) =>
  expect(refusalOf(() => record({}, anOrganisation({ stage })))).toBe(code),
);

test.each([
  ['the applicant', owner],
  ['a department', someone('tax', 'department', { departmentCode: 'tax' })],
  ['another programme’s officer', { ...officer, grants: [{ ...officer.grants[0]!, programmeId: 'another' }] }],
])('not by %s', (_, who) => expect(refusalOf(() => record({}, anOrganisation(), who))).toBe('person.role-missing'));

describe('an exclusion found present has its date, source and document, and arithmetic decides by the date (A13, D7)', () => {
  test.each([
    ['with all of it', present(accident('2026-06-01')), 'allowed'],
    ['without a date', present(undefined), 'exclusion.undocumented'],
    ['without a source', present(accident('2026-06-01'), { source: undefined }), 'exclusion.undocumented'],
    ['without a document', present(accident('2026-06-01'), { documentNumber: undefined }), 'exclusion.undocumented'],
    [
      'with a file for document',
      present(accident('2026-06-01'), { documentNumber: undefined, documentIds: ['doc'] }),
      'allowed',
    ],
    ['on the first day of the three years', present(accident('2024-03-31')), 'allowed'],
    ['a day before', present(accident('2024-03-30')), 'exclusion.outside-look-back'],
    ['of the wrong kind', present({ nature: 'penalty', on: '2026-06-01' }), 'exclusion.unfit'],
  ])('%s', (_, finding, code) => expect(refusalOf(() => record(finding))).toBe(code));
});

test.each([
  ['a top manager: the employer’s fact needs its date', true, undefined, 'exclusion.undocumented'],
  ['a top manager: and lies in the last three years', true, accident('2024-03-30'), 'exclusion.outside-look-back'],
  ['a top manager: within them', true, accident('2024-03-31'), 'allowed'],
])('A14(5) not met of %s', (_, topManager, fact, code) =>
  expect(
    refusalOf(() => record({ ...present(fact), item: 'A14(5)', result: 'notMet' }, anIndividual({ topManager }))),
  ).toBe(code),
);

test('what was recorded counts at the decision unless it is found anew', () => {
  const findings = findingsFor('organisation');
  const rest = findings.filter((f) => f.item !== 'A12(1)');
  const pass = (of: ReturnType<typeof anOrganisation>, given: Finding[]) =>
    passEligibility(of, { cycle, findings: given }, at(officer));
  expect(refusalOf(() => pass(anOrganisation(), rest))).toBe('eligibility.findings-missing');
  expect(pass(record({}).next, rest).next.findings).toBeUndefined();
  const against = record({ result: 'notMet' }).next;
  expect(refusalOf(() => pass(against, rest))).toBe('eligibility.not-passed');
  expect(refusalOf(() => pass(against, findings))).toBe('allowed');
});
