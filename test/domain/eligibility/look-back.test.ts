import { describe, expect, test } from 'vitest';
import { rules } from '#domain/cycle/rules';
import { lookBackAnchor } from '#domain/cycle/look-back-anchor';
import { refuseUnlessExcludes } from '#domain/eligibility/exclusion';
import type { DatedFact } from '#domain/eligibility/dated-fact';
import { reviewSheet } from '#domain/eligibility/review-sheet';
import { selfCheck, selfDescription } from '#domain/eligibility/self-check';
import { recordLateFact } from '#domain/suspension/record-late-fact';
import { at, officer } from '#test/build/an-application';
import { aCycle, anOrganisation } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

/** A cycle whose applications open on 1 March 2027 at 00:00 and close at 24:00 of 31 March. */
const anchored = (anchor: 'closing' | 'opening', given: object = {}) =>
  aCycle({
    opensAt: '2027-02-28T16:00:00.000Z',
    rules: rules.parse({ lookBackAnchor: anchor, ...given }),
  });
const accident = (on: string): DatedFact => ({ nature: 'accident', on });
const listed = (until: string): DatedFact => ({ nature: 'dishonesty', on: '2015-01-01', until });
const later = '2027-06-01T01:00:00.000Z';

test.each([
  ['closing', '2027-03-31'],
  ['opening', '2027-03-01'],
] as const)('by the %s the anchor is %s (D7)', (anchor, day) => expect(lookBackAnchor(anchored(anchor))).toBe(day));

describe('an exclusion looks back from the cycle’s anchor, both ends inclusive (A13, D7, D10)', () => {
  test.each([
    ['closing', accident('2024-03-31'), 'allowed'],
    ['closing', accident('2024-03-30'), 'exclusion.outside-look-back'],
    ['opening', accident('2024-03-01'), 'allowed'],
    ['opening', accident('2024-02-29'), 'exclusion.outside-look-back'],
    ['closing', listed('2024-03-31'), 'allowed'],
    ['closing', listed('2024-03-30'), 'exclusion.outside-look-back'],
    ['opening', listed('2024-03-01'), 'allowed'],
    ['opening', listed('2024-02-29'), 'exclusion.outside-look-back'],
    // New facts are watched until the government decides.
    ['opening', accident('2027-05-31'), 'allowed'],
    ['closing', accident('2027-05-31'), 'allowed'],
  ] as const)('by the %s: %j %s', (anchor, fact, code) => {
    const exclusion = { item: 'A13(3)', fact, isDocumented: true };
    expect(refusalOf(() => refuseUnlessExcludes(anOrganisation(), exclusion, anchored(anchor), later))).toBe(code);
  });

  test('one of a leap day is, of a year without one, the 28th', () => {
    const cycle = { ...anchored('opening', { lookBackYears: 1 }), opensAt: '2028-02-28T16:00:00.000Z' };
    const of = (on: string) => ({ item: 'A13(3)', fact: accident(on), isDocumented: true });
    const judged = (on: string) =>
      refusalOf(() => refuseUnlessExcludes(anOrganisation(), of(on), cycle, '2028-03-01T00:00:00.000Z'));
    expect([judged('2027-02-28'), judged('2027-02-27')]).toEqual(['allowed', 'exclusion.outside-look-back']);
  });
});

test('late facts, the review sheet and the self-check go by the same anchor', () => {
  const fact = { item: 'A13(3)', ...accident('2024-03-15'), statement: '事故', source: '应急管理局' };
  const late = (anchor: 'closing' | 'opening') => {
    const report = { fact: { ...fact, documentNumber: '1' }, cycle: anchored(anchor) };
    return refusalOf(() => recordLateFact(anOrganisation(), report, at(officer, later)));
  };
  expect([late('closing'), late('opening')]).toEqual(['exclusion.outside-look-back', 'allowed']);

  const finding = { item: 'A13(3)', result: 'present', reason: '查实', fact: accident('2024-03-15') } as const;
  const sheet = (anchor: 'closing' | 'opening') =>
    reviewSheet(anOrganisation({ findings: [{ ...finding, by: 'officer', at: later }] }), anchored(anchor)).find(
      (i) => i.item === 'A13(3)',
    )?.facts[0]?.zh;
  expect(sheet('closing')).toContain('基准日 2027-03-31:早于起算日');
  expect(sheet('opening')).toContain('基准日 2027-03-01:构成不得申报情形');

  const described = selfDescription.parse({
    kind: 'organisation',
    facts: [{ item: 'A13(3)', ...accident('2024-03-15') }],
  });
  const self = (anchor: 'closing' | 'opening') => {
    const cycle = anchored(anchor);
    const days = { closing: '2027-03-31', anchor: lookBackAnchor(cycle) };
    return selfCheck(described, days, cycle.rules).items.find((i) => i.item === 'A13(3)')?.result;
  };
  expect([self('closing'), self('opening')]).toEqual(['met', 'notMet']);
});
