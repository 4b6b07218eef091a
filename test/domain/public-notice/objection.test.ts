import { describe, expect, test } from 'vitest';
import { publicActor } from '#domain/actor';
import type { AuditEvent } from '#domain/audit/event';
import { rules } from '#domain/cycle/rules';
import { decideObjection } from '#domain/public-notice/decide-objection';
import { publicNoticeMessages } from '#domain/public-notice/messages';
import { receiveObjection } from '#domain/public-notice/object';
import type { ObjectionDecision } from '#domain/public-notice/objection';
import { at, officer, owner } from '#test/build/an-application';
import { anOrganisation, calendars } from '#test/build/eligibility';
import { aNotice, anObjection, endsAt, underNotice } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const text = { applicationId: 'app_1', name: '赵某', email: 'zhao@example.org', text: '该企业 2026 年发生过事故。' };
const receive = (
  given: Partial<typeof text & { phone: string }> = {},
  now = '2027-03-02T01:00:00.000Z',
  application = underNotice(),
) =>
  receiveObjection(
    { notice: aNotice(), application, objectionId: 'obj_1', rules: rules.parse({}), calendars },
    { ...text, ...given },
    at(publicActor, now),
  );

describe('an objection', () => {
  test('in time and by real name freezes the applicant; the office has five working days', () => {
    const { objection, application } = receive();
    expect(objection.next).toMatchObject({ status: 'open', name: '赵某', dueOn: '2027-03-10' });
    expect(application?.next.objections).toEqual([{ objectionId: 'obj_1', noticeId: 'ntc_1', status: 'open' }]);
    expect(application?.next.duty).toMatchObject({ party: 'office', dueOn: '2027-03-10' });
  });

  test('leaves nothing of who objected in the application or its trail', () => {
    const { application } = receive();
    expect(JSON.stringify([application?.next, application?.events])).not.toMatch(/赵某|zhao@/);
  });

  test.each([
    ['in the last millisecond', {}, '2027-03-09T15:59:59.999Z', undefined],
    ['at the end of the period', {}, endsAt, 'late'],
    ['without a name', { name: '' }, undefined, 'anonymous'],
    ['without a contact', { email: undefined }, undefined, 'anonymous'],
    ['with a telephone only', { email: undefined, phone: '1' }, undefined, undefined],
  ])('%s', (_, given, now, because) => {
    const { objection, application } = receive(given, now);
    expect(objection.next.leadBecause).toBe(because);
    expect(objection.next.status).toBe(because ? 'lead' : 'open');
    expect(application === undefined).toBe(because !== undefined);
  });

  test('to an applicant who is out already is a lead', () =>
    expect(receive({}, undefined, anOrganisation({ stage: 'Withdrawn' })).objection.next.leadBecause).toBe(
      'stageOver',
    ));

  test('to someone who is not in the notice is refused', () =>
    expect(refusalOf(() => receive({ applicationId: 'app_9' }))).toBe('record.not-found'));
});

describe('its decision', () => {
  const dismissed: ObjectionDecision = { decision: 'dismissed', findings: '查无事故', answer: '经核实不属实' };
  const upheld: ObjectionDecision = {
    decision: 'upheld',
    findings: '赵某所述属实',
    answer: '经核实属实',
    article: 'A13(3)',
    reason: '近三年发生较大事故',
  };
  const decide = (
    decision: ObjectionDecision,
    application = underNotice('EligibilityNotice', 'open'),
    objection = anObjection(),
    who = officer,
  ) => decideObjection({ objection, application }, decision, at(who));

  test('dismissed: the application goes on, and its machine wakes', () => {
    const { objection, application } = decide(dismissed);
    expect(objection.next).toMatchObject({ status: 'dismissed', decision: { by: 'officer', answer: '经核实不属实' } });
    expect(application?.next).toMatchObject({ stage: 'EligibilityNotice', objections: [{ status: 'dismissed' }] });
    expect(application?.events).toMatchObject([{ type: 'objectionDismissed', wake: true }]);
  });

  test('dismissed beside another open one: the duty to decide stays', () => {
    const duty = { party: 'office', dueOn: '2027-03-10', reminded: [] };
    const two = { ...underNotice('EligibilityNotice', 'open', 'open'), duty };
    expect(decide(dismissed, two).application?.next).toMatchObject({
      duty,
      objections: [{ status: 'dismissed' }, { status: 'open' }],
    });
  });

  test.each([
    ['EligibilityNotice', 'Refused'],
    ['AwardNotice', 'Ended'],
  ] as const)('upheld in %s: %s by the article', (kind, stage) =>
    expect(decide(upheld, underNotice(kind, 'open')).application?.next).toMatchObject({
      stage,
      ended: { stage: kind, article: 'A13(3)', reason: '近三年发生较大事故' },
      objections: [{ status: 'upheld' }],
    }),
  );

  test('an objector is answered though the applicant withdrew', () => {
    const { objection, application } = decide(dismissed, anOrganisation({ stage: 'Withdrawn' }));
    expect(objection.next.status).toBe('dismissed');
    expect(application).toBeUndefined();
  });

  test.each([
    ['a lead', anObjection({ status: 'lead' }), officer, 'objection.not-open'],
    ['one that was decided', anObjection({ status: 'dismissed' }), officer, 'objection.not-open'],
    ['one, by the applicant', anObjection(), owner, 'person.role-missing'],
  ] as const)('nobody decides %s', (_, objection, who, code) =>
    expect(refusalOf(() => decide(dismissed, undefined, objection, who))).toBe(code),
  );

  const told = (type: string, events: readonly { type: string }[] = [], application?: Parameters<typeof decide>[1]) =>
    publicNoticeMessages[type]?.(events.find((e) => e.type === type) as unknown as AuditEvent, application) ?? [];

  test('the objector is answered by mail without the findings; the owner is told only when it is upheld', () => {
    const decision = decide(upheld);
    const [mail] = told('objectionAnswered', decision.objection.events);
    expect(mail?.to).toEqual({ address: 'zhao@example.org', name: '赵某' });
    expect(mail?.zh.text).toContain('经核实属实');
    const [message] = told('objectionUpheld', decision.application?.events, decision.application?.next);
    expect(message?.to).toEqual({ personId: 'owner' });
    expect(JSON.stringify([mail, message])).not.toContain('所述属实');
    expect(JSON.stringify(message)).not.toMatch(/赵某|zhao@/);
    expect(publicNoticeMessages.objectionDismissed).toBeUndefined();
  });

  test('who left no address gets no mail', () =>
    expect(
      told('objectionAnswered', decide(dismissed, undefined, anObjection({ email: undefined })).objection.events),
    ).toEqual([]));
});
