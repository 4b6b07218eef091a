import { expect, test } from 'vitest';
import { draftCycle } from '#domain/cycle/announce';
import { phaseOf } from '#domain/cycle/cycle';
import { rules } from '#domain/cycle/rules';
import { at, officer, programmeId } from '#test/build/an-application';

test.each([
  ['2027-03-31T15:59:59.999Z', 'open'],
  ['2027-03-31T16:00:00.000Z', 'closed'],
  ['2027-03-31T16:00:00.500Z', 'closed'],
  ['2027-01-01T00:00:00.000Z', 'open'],
  ['2026-12-31T23:59:59.999Z', 'announced'],
] as const)('a cycle whose times were typed without milliseconds is at %s %s', (now, phase) => {
  const { next } = draftCycle(
    programmeId,
    'cyc_1',
    {
      title: '第四届',
      year: 2027,
      approvalReference: '云评组〔2026〕1号',
      opensAt: '2027-01-01T00:00:00Z',
      closesAt: '2027-03-31T16:00:00Z',
      criteria: {},
      rules: rules.parse({}),
    },
    { others: [], editions: [] },
    at(officer),
  );
  expect(phaseOf({ ...next, status: 'announced' }, now)).toBe(phase);
});
