import { expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import { lapseWithoutEvidence } from '#domain/objection/lapse';
import { disclosedTo, hasOpenObjection } from '#domain/objection/mark';
import { wakeOutput } from '#domain/public-notice/wake';
import { at } from '#test/build/an-application';
import { anObjection, endsAt, underNotice } from '#test/build/notice';

const lapse = (
  given: { hasEvidence?: boolean; now?: string } = {},
  of = {},
  application = underNotice('EligibilityNotice', 'open'),
) => {
  const { hasEvidence = false, now = endsAt } = given;
  return lapseWithoutEvidence({ objection: anObjection(of), application }, hasEvidence, at(systemActor, now));
};

test('an objection without evidence is a lead when the notice ends, and its applicant goes on', () => {
  const { objection, application } = lapse() ?? {};
  expect(objection?.next).toMatchObject({ status: 'lead', leadBecause: 'noEvidence', duty: undefined });
  expect(application?.next.objections).toMatchObject([{ objectionId: 'obj_1', status: 'lead' }]);
  expect(application?.events).toEqual([
    { type: 'objectionLapsed', detail: { objectionId: 'obj_1', goesOn: true }, wake: true },
  ]);
  expect(wakeOutput(application!.next, 'EligibilityNotice')).toEqual({ stage: 'EligibilityNotice', until: endsAt });
});

test.each([
  ['with evidence', { hasEvidence: true }, {}],
  ['in the last millisecond of the notice', { now: '2027-03-09T15:59:59.999Z' }, {}],
  ['that is decided', {}, { status: 'dismissed' }],
] as const)('one %s stays what it is', (_, given, of) => expect(lapse(given, of)).toBeUndefined());

test('a corrected notice, which ends later, gives it until then', () => {
  const later = {
    ...underNotice('EligibilityNotice', 'open'),
    notices: { EligibilityNotice: { noticeId: 'ntc_2', endsAt: '2027-03-16T16:00:00.000Z' } },
  };
  expect(lapse({}, {}, later)).toBeUndefined();
  expect(lapse({ now: '2027-03-16T16:00:00.000Z' }, {}, later)).toBeDefined();
});

test('another that is open holds the applicant, and what was disclosed keeps its number', () => {
  const { application } = lapse({}, {}, underNotice('EligibilityNotice', 'open', 'open')) ?? {};
  expect(hasOpenObjection(application!.next)).toBe(true);
  expect(application!.events[0]?.detail).toMatchObject({ goesOn: false });
  expect(disclosedTo(application!.next)).toEqual([]);
});
