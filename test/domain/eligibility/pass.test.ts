import { describe, expect, test } from 'vitest';
import { passEligibility } from '#domain/eligibility/pass';
import { Refused } from '#domain/refused';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aCycle, anIndividual, anOrganisation, findingsFor } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const cycle = aCycle();
const full = findingsFor('organisation');
const pass = (of = anOrganisation(), findings = findingsFor(of.kind), who = officer) =>
  passEligibility(of, { cycle, findings }, at(who));

test('with a recommendation and every finding in favour the applicant goes on to the consultation', () => {
  const { next, events } = pass();
  expect(next).toMatchObject({ stage: 'Consultation', eligibility: { by: 'officer', findings: full } });
  expect(events).toMatchObject([
    { type: 'eligibilityPassed', move: { from: 'EligibilityReview', to: 'Consultation' } },
  ]);
  expect(pass(anIndividual()).next.stage).toBe('Consultation');
});

describe('refused', () => {
  const loss = [2024, 2025, 2026].map((year) => ({ year, netProfit: -1, policyLoss: false }));
  test.each([
    [
      'without a recommendation',
      anOrganisation({ recommendation: undefined }),
      full,
      'eligibility.recommendation-missing',
    ],
    [
      "on the opinion of another jurisdiction's body",
      anOrganisation({}, { jurisdiction: '官渡区' }),
      full,
      'eligibility.recommendation-missing',
    ],
    [
      'without one condition',
      anOrganisation(),
      full.filter((f) => f.item !== 'A12(8)'),
      'eligibility.findings-missing',
    ],
    [
      'without one exclusion',
      anOrganisation(),
      full.filter((f) => f.item !== 'A13(7)'),
      'eligibility.findings-missing',
    ],
    [
      'without a look at the registration',
      anOrganisation(),
      full.filter((f) => f.item !== 'A12'),
      'eligibility.findings-missing',
    ],
    [
      'found at home elsewhere',
      anOrganisation(),
      findingsFor('organisation', { A12: 'notMet' }),
      'eligibility.not-passed',
    ],
    [
      'with the registration "not applicable"',
      anOrganisation(),
      findingsFor('organisation', { A12: 'notApplicable' }),
      'eligibility.findings-unfit',
    ],
    ['with a finding twice', anOrganisation(), [...full, ...full.slice(0, 1)], 'eligibility.findings-unfit'],
    ['with findings for the other kind', anIndividual(), full, 'eligibility.findings-unfit'],
    [
      'with a condition "absent"',
      anOrganisation(),
      findingsFor('organisation', { 'A12(1)': 'absent' }),
      'eligibility.findings-unfit',
    ],
    [
      'with an exclusion "not applicable"',
      anOrganisation(),
      findingsFor('organisation', { 'A13(1)': 'notApplicable' }),
      'eligibility.findings-unfit',
    ],
    [
      'with a condition not met',
      anOrganisation(),
      findingsFor('organisation', { 'A12(2)': 'notMet' }),
      'eligibility.not-passed',
    ],
    [
      'with an exclusion present',
      anOrganisation(),
      findingsFor('organisation', { 'A13(3)': 'present' }),
      'eligibility.not-passed',
    ],
    ['with a loss, whatever the officer finds', anOrganisation({}, {}, loss), full, 'eligibility.arithmetic-against'],
    [
      'registered a day too late',
      anOrganisation({}, { registeredOn: '2024-04-01' }),
      full,
      'eligibility.arithmetic-against',
    ],
    ['in another stage', anOrganisation({ stage: 'Correction' }), full, 'stage.action-unavailable'],
  ])('%s', (_, application, findings, code) => expect(refusalOf(() => pass(application, findings))).toBe(code));

  test('names the article of the first ground', () => {
    try {
      pass(anOrganisation({}, {}, loss));
    } catch (error) {
      expect(error).toBeInstanceOf(Refused);
      expect((error as Refused).article).toBe('A12(6)');
      return;
    }
    throw new Error('it was not refused');
  });
});

test.each([
  ['a top manager', true, 'eligibility.findings-unfit'],
  ['anyone else', false, 'allowed'],
])('A14(5) as "not applicable" for %s', (_, topManager, code) => {
  const findings = findingsFor('individual', { 'A14(5)': 'notApplicable' });
  expect(refusalOf(() => pass(anIndividual({ topManager }), findings))).toBe(code);
});

test('a policy loss passes on the finding of the officer, with its evidence', () => {
  const years = [2024, 2025, 2026].map((year) => ({ year, netProfit: -1, policyLoss: true }));
  const lossy = anOrganisation({}, {}, years);
  expect(refusalOf(() => pass(lossy))).toBe('eligibility.policy-loss-undocumented');
  const evidence = { documentNumber: '昆财〔2026〕9号' };
  const documented = findingsFor('organisation').map((f) => (f.item === 'A12(6)' ? { ...f, ...evidence } : f));
  expect(pass(lossy, documented).next.stage).toBe('Consultation');
});

test.each([
  ['the applicant', owner],
  ['an assessor', someone('a', 'assessor')],
  ['an administrator', someone('a', 'administrator')],
])('%s cannot pass an application', (_, who) =>
  expect(refusalOf(() => pass(anOrganisation(), full, who))).toBe('person.role-missing'),
);
