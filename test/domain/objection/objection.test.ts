import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '#domain/audit/event';
import { systemActor } from '#domain/actor';
import { lapseWithoutEvidence } from '#domain/objection/lapse';
import { decideObjection } from '#domain/objection/decide';
import { assignInvestigator, discloseObjection, respondToObjection } from '#domain/objection/investigate';
import { reviewLead } from '#domain/objection/lead';
import { objectionMessages } from '#domain/objection/messages';
import type { ObjectionDecision } from '#domain/objection/objection';
import type { Suspension } from '#domain/suspension/suspension';
import { at, officer, owner, someone } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { anObjection, endsAt, underNotice } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const investigator = someone('investigator', 'office');
const examined = {
  ...underNotice('EligibilityNotice', 'open'),
  eligibility: { findings: [], by: 'officer', at: '2027-02-03T00:00:00.000Z' },
};

describe('the investigator', () => {
  const assign = (who = investigator, objection = anObjection(), by = officer) =>
    assignInvestigator({ objection, application: examined }, who, at(by));

  test('is named on the objection and told of it', () => {
    const { next, events } = assign();
    expect(next.investigator).toMatchObject({ personId: 'investigator', by: 'officer' });
    const [message] = objectionMessages.investigatorAssigned?.(events[0] as unknown as AuditEvent, undefined) ?? [];
    expect(message?.to).toEqual({ personId: 'investigator' });
  });

  test('may also look into a lead', () =>
    expect(assign(investigator, anObjection({ status: 'lead' })).next.investigator?.personId).toBe('investigator'));

  test.each([
    ['who examined the applicant', officer, anObjection(), officer, 'objection.investigator-unfit'],
    ['who is no officer', someone('x', 'assessor'), anObjection(), officer, 'objection.investigator-unfit'],
    ['who is the applicant', someone('owner', 'office'), anObjection(), officer, 'objection.investigator-unfit'],
    ['after the decision', investigator, anObjection({ status: 'dismissed' }), officer, 'objection.not-open'],
    ['by the applicant', investigator, anObjection(), someone('owner', 'office'), 'record.not-found'],
    ['by an auditor', investigator, anObjection(), someone('a', 'auditor'), 'person.role-missing'],
  ] as const)('is nobody %s', (_, who, objection, by, code) =>
    expect(refusalOf(() => assign(who, objection, by))).toBe(code),
  );
});

describe('the applicant', () => {
  const of = { objection: anObjection(), application: examined };
  const substance = '有人反映贵单位 2026 年发生过事故。';
  const disclose = (text = substance, who = investigator) => discloseObjection(of, { substance: text }, at(who));

  test('is told the substance and never who', () => {
    const { objection, application } = disclose();
    expect(objection.next.disclosed).toMatchObject({ substance, by: 'investigator' });
    expect(application?.next.objections).toMatchObject([{ disclosed: { substance } }]);
    const [message] =
      objectionMessages.objectionPutToApplicant?.(application?.events[0] as unknown as AuditEvent, examined) ?? [];
    expect(message?.to).toEqual({ personId: 'owner' });
    expect(JSON.stringify([application, message])).not.toMatch(/赵某|zhao@/);
  });

  test.each(['赵某反映', '见 zhao@example.org'])('is not told “%s”', (text) =>
    expect(refusalOf(() => disclose(text))).toBe('objection.names-objector'),
  );

  test('is told by the investigator alone', () =>
    expect(refusalOf(() => disclose(substance, officer))).toBe('objection.not-investigator'));

  const disclosed = () => {
    const { objection, application } = disclose();
    return { objection: objection.next, application: application?.next ?? examined };
  };

  test('may respond once, to what was put to them', () => {
    const responded = respondToObjection(disclosed(), { text: '事故与我单位无关。' }, at(owner));
    expect(responded.objection.next.response?.text).toBe('事故与我单位无关。');
    expect(responded.application?.next.objections).toMatchObject([{ response: { text: '事故与我单位无关。' } }]);
    const again = { objection: responded.objection.next, application: responded.application?.next ?? examined };
    expect(refusalOf(() => respondToObjection(again, { text: '又' }, at(owner)))).toBe('objection.answered-already');
  });

  test.each([
    ['nothing was put to them', of, owner, 'record.not-found'],
    ['they are another', disclosed(), someone('stranger'), 'record.not-found'],
    [
      'it is decided',
      { ...disclosed(), objection: { ...disclosed().objection, status: 'upheld' as const } },
      owner,
      'objection.not-open',
    ],
  ] as const)('cannot respond when %s', (_, about, who, code) =>
    expect(refusalOf(() => respondToObjection(about, { text: '说明' }, at(who)))).toBe(code),
  );
});

describe('its decision', () => {
  const dismissed: ObjectionDecision = { decision: 'dismissed', findings: '查无事故', answer: '经核实不属实' };
  const upheld: ObjectionDecision = {
    decision: 'upheld',
    findings: '所述属实,有判决书为证',
    answer: '经核实属实',
    article: 'A13(3)',
    reason: '近三年发生较大事故',
  };
  const second = someone('officer-2', 'office');
  const confirmed: ObjectionDecision = { decision: 'confirmed' };
  const decide = (
    decision: ObjectionDecision,
    application = underNotice('EligibilityNotice', 'open'),
    objection = anObjection(),
    who = investigator,
  ) => decideObjection({ objection, application }, decision, [], at(who));
  /** Proposed by the investigator and confirmed by another officer. */
  const upholdBoth = (application = underNotice('EligibilityNotice', 'open')) =>
    decide(confirmed, application, decide(upheld, application).objection.next, second);

  test('dismissed: the application goes on, and its machine wakes', () => {
    const { objection, application } = decide(dismissed);
    expect(objection.next).toMatchObject({
      status: 'dismissed',
      decision: { by: 'investigator', answer: '经核实不属实' },
    });
    expect(objection.next.duty).toBeUndefined();
    expect(application?.next).toMatchObject({ stage: 'EligibilityNotice', objections: [{ status: 'dismissed' }] });
    expect(application?.events).toMatchObject([{ type: 'objectionDismissed', wake: true }]);
  });

  test('dismissed beside another open one: the applicant stays until all are decided', () => {
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
    expect(upholdBoth(underNotice(kind, 'open')).application?.next).toMatchObject({
      stage,
      ended: {
        ...{ stage: kind, article: 'A13(3)', reason: '近三年发生较大事故' },
        ...{ proposedBy: 'investigator', confirmedBy: 'officer-2' },
      },
      objections: [{ status: 'upheld' }],
    }),
  );

  test('to uphold it takes two: proposed, the case stands still and nobody is answered', () => {
    const { objection, application } = decide(upheld);
    expect(objection.next).toMatchObject({ status: 'open', upholding: { by: 'investigator', article: 'A13(3)' } });
    expect(objection.next.decision).toBeUndefined();
    expect(objection.events.map((e) => e.type)).toEqual(['upholdingProposed']);
    expect(application).toBeUndefined();
  });

  const proposed = () => decide(upheld).objection.next;
  test.each([
    ['another officer', confirmed, proposed(), second, 'allowed'],
    ['who proposed', confirmed, proposed(), investigator, 'proposal.same-person'],
    ['an auditor', confirmed, proposed(), someone('a', 'auditor'), 'person.role-missing'],
    ['an officer who is the applicant', confirmed, proposed(), someone('owner', 'office'), 'record.not-found'],
    ['another officer, of what nobody proposed', confirmed, anObjection(), second, 'proposal.none'],
    ['another officer, once more', confirmed, anObjection({ status: 'upheld' }), second, 'objection.not-open'],
    ['who proposed, to take it back', { decision: 'returned', reason: '再查' }, proposed(), investigator, 'allowed'],
  ] as const)('it is confirmed or returned by %s', (_, decision, objection, who, code) =>
    expect(refusalOf(() => decide(decision, undefined, objection, who))).toBe(code),
  );

  test('returned, it is open as before and the investigator is told why', () => {
    const { objection, application } = decide(
      { decision: 'returned', reason: '缺判决书' },
      undefined,
      proposed(),
      second,
    );
    expect(objection.next).toMatchObject({ status: 'open' });
    expect(objection.next.upholding).toBeUndefined();
    expect(application).toBeUndefined();
    const [message] = told('upholdingReturned', objection.events);
    expect(message?.to).toEqual({ personId: 'investigator' });
    expect(message?.zh.text).toContain('缺判决书');
  });

  test('who is assigned anew finds anew: the proposal before is gone', () => {
    const of = { objection: proposed(), application: underNotice('EligibilityNotice', 'open') };
    expect(assignInvestigator(of, someone('officer-3', 'office'), at(officer)).next.upholding).toBeUndefined();
  });

  test('an objector is answered though the applicant withdrew', () => {
    const { objection, application } = decide(dismissed, anOrganisation({ stage: 'Withdrawn' }));
    expect(objection.next.status).toBe('dismissed');
    expect(application).toBeUndefined();
  });

  test.each([
    ['a lead', anObjection({ status: 'lead' }), investigator, 'objection.not-open'],
    ['one that was decided', anObjection({ status: 'dismissed' }), investigator, 'objection.not-open'],
    ['one that nobody verifies', anObjection({ investigator: undefined }), investigator, 'objection.not-investigator'],
    ["another officer's", anObjection(), officer, 'objection.not-investigator'],
    ['one, by the applicant', anObjection(), owner, 'person.role-missing'],
  ] as const)('nobody decides %s', (_, objection, who, code) =>
    expect(refusalOf(() => decide(dismissed, undefined, objection, who))).toBe(code),
  );

  test.each(['reason', 'findings'])('its %s does not name the objector', (text) =>
    expect(refusalOf(() => decide({ ...upheld, [text]: '赵某举报属实' }))).toBe('objection.names-objector'),
  );

  const told = (type: string, events: readonly { type: string }[] = [], application?: Parameters<typeof decide>[1]) =>
    objectionMessages[type]?.(
      { ...events.find((e) => e.type === type), recordId: 'obj_1' } as unknown as AuditEvent,
      application,
    ) ?? [];

  test('the objector is answered without the findings; the owner is told that it is upheld', () => {
    const decision = upholdBoth();
    const [mail] = told('objectionAnswered', decision.objection.events);
    expect(mail?.to).toEqual({ objectorOf: 'obj_1' });
    expect(mail?.zh.text).toContain('经核实属实');
    const [message] = told('objectionUpheld', decision.application?.events, decision.application?.next);
    expect(message?.to).toEqual({ personId: 'owner' });
    expect(JSON.stringify([mail, message])).not.toContain('判决书');
    expect(JSON.stringify([decision.objection.events, mail, message])).not.toMatch(/赵某|zhao@/);
  });
});

describe('the applicant is told that the case stands still and that it goes on, and nothing of who objects (D3)', () => {
  const toOwner = (type: string, event: object, application = underNotice('EligibilityNotice', 'open')) =>
    objectionMessages[type]?.(
      { ...event, recordId: application.applicationId } as unknown as AuditEvent,
      application,
    ).filter((m) => 'personId' in m.to && m.to.personId === 'owner') ?? [];
  const dismissedIn = (application: Parameters<typeof toOwner>[2]) => {
    const decision = { decision: 'dismissed', findings: '查无', answer: '不成立' } as const;
    const of = { objection: anObjection(), application: application as NonNullable<typeof application> };
    const { events = [] } = decideObjection(of, decision, [], at(investigator)).application ?? {};
    return toOwner('objectionDismissed', events[0] ?? {}, application)[0]?.zh.text ?? '';
  };
  const fact: Suspension['facts'][number] = {
    ...{ item: 'A13(3)', on: '2026-06-01', statement: '事故', source: '应急管理局' },
    ...{ nature: 'accident', by: 'tax', at: '2027-03-02T01:00:00.000Z' },
  };
  const suspensions = [{ facts: [fact] }];

  test('received: once, without receipt, name or day', () => {
    const event = { detail: { objectionId: 'obj_1', noticeId: 'ntc_1', dueOn: '2027-03-10' } };
    const [message, ...more] = toOwner('objectionReceived', event);
    expect(more).toEqual([]);
    expect(message?.zh.text).toContain('核实期间暂停办理');
    expect(JSON.stringify(message)).not.toMatch(/obj_1|赵某|zhao@|2027-03-10/);
  });

  test.each([
    ['nothing else is open', underNotice('EligibilityNotice', 'open'), '申报恢复办理'],
    ['another objection is open', underNotice('EligibilityNotice', 'open', 'open'), '仍暂停办理'],
    ['a late fact suspends it', { ...underNotice('EligibilityNotice', 'open'), suspensions }, '仍暂停办理'],
  ])('dismissed, when %s: %s', (_, application, said) => expect(dismissedIn(application)).toContain(said));

  test('lapsed for want of evidence: it goes on', () => {
    const of = { objection: anObjection(), application: underNotice('EligibilityNotice', 'open') };
    const { events = [] } = lapseWithoutEvidence(of, false, at(systemActor, endsAt))?.application ?? {};
    const [message] = toOwner('objectionLapsed', events[0] ?? {});
    expect(message?.zh.subject).toContain('申报恢复办理');
    expect(JSON.stringify(message)).not.toMatch(/obj_1|赵某/);
  });
});

describe('a lead', () => {
  test('is noted or pursued, and decides nothing', () => {
    const outcome = reviewLead(
      anObjection({ status: 'lead' }),
      { outcome: 'pursued', note: '转核查' },
      [],
      at(officer),
    );
    expect(outcome.next).toMatchObject({ status: 'pursued', leadReview: { note: '转核查', by: 'officer' } });
  });

  test('is not what an objection becomes', () =>
    expect(refusalOf(() => reviewLead(anObjection(), { outcome: 'noted', note: '存' }, [], at(officer)))).toBe(
      'objection.no-lead',
    ));
});
