import { expect, test } from 'vitest';
import { rules } from '#domain/cycle/rules';
import { refuse } from '#domain/eligibility/refuse';
import { eligibilityMessages } from '#domain/eligibility/messages';
import { requestCorrection } from '#domain/eligibility/request-correction';
import type { AuditEvent } from '#domain/audit/event';
import { at, officer, owner } from '#test/build/an-application';
import { anOrganisation, calendars } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const request = (of = anOrganisation(), who = officer, now = '2027-02-25T02:00:00.000Z') =>
  requestCorrection(of, { items: ['补盖公章'], rules: rules.parse({}), calendars }, at(who, now));

test('five working days end at 24:00, the shifted Saturday counted and the day itself not (D18)', () => {
  const { next } = request();
  // Fri 26, Sat 27 (shifted), Mon 1, Tue 2, Wed 3
  expect(next.correction).toMatchObject({ dueOn: '2027-03-03', endsAt: '2027-03-03T16:00:00.000Z' });
  expect(next).toMatchObject({ stage: 'Correction', duty: { party: 'applicant', dueOn: '2027-03-03' } });
});

test('there is one round only', () => {
  const again = { ...request().next, stage: 'EligibilityReview' as const };
  expect(refusalOf(() => request(again))).toBe('eligibility.correction-used');
});

test('nobody guesses the working days of a year without a calendar', () => {
  expect(refusalOf(() => request(anOrganisation(), officer, '2028-02-25T02:00:00.000Z'))).toBe('calendar.year-missing');
});

test('the applicant cannot ask for it', () =>
  expect(refusalOf(() => request(anOrganisation(), owner))).toBe('person.role-missing'));

test.each([
  ['EligibilityReview', 'allowed'],
  ['Correction', 'allowed'],
  ['Consultation', 'allowed'],
  ['AwardNotice', 'allowed'],
  ['Draft', 'stage.action-unavailable'],
  ['Awarded', 'stage.action-unavailable'],
  ['Refused', 'stage.action-unavailable'],
] as const)('refusing in stage %s: %s', (stage, code) =>
  expect(refusalOf(() => refuse(anOrganisation({ stage }), { reason: '亏损', article: 'A12(6)' }, at(officer)))).toBe(
    code,
  ),
);

test('a refusal keeps its stage, article and reason, and tells the applicant', () => {
  const { next, events } = refuse(anOrganisation(), { reason: '亏损', article: 'A12(6)' }, at(officer));
  expect(next).toMatchObject({
    stage: 'Refused',
    ended: { stage: 'EligibilityReview', reason: '亏损', article: 'A12(6)', at: '2027-03-01T01:00:00.000Z' },
  });
  const [message] = eligibilityMessages.applicationRefused?.(events[0] as unknown as AuditEvent, next) ?? [];
  expect(message?.to).toEqual({ personId: 'owner' });
  expect(message?.zh.text).toContain('第十二条第(六)项');
});
