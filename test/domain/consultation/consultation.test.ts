import { describe, expect, test } from 'vitest';
import { answerConsultation } from '#domain/consultation/answer';
import { consult } from '#domain/consultation/consult';
import { recordEscalation } from '#domain/consultation/escalate';
import { letterTo } from '#domain/consultation/letter-to';
import { consultationMessages } from '#domain/consultation/messages';
import { passConsultation } from '#domain/consultation/pass';
import type { AuditEvent } from '#domain/audit/event';
import { rules } from '#domain/cycle/rules';
import { at, officer, owner, someone } from '#test/build/an-application';
import { consulted, dueOn, known } from '#test/build/consultation';
import { anOrganisation, calendars } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const tax = someone('tax-clerk', 'department', { departmentCode: 'tax' });
const env = someone('env-clerk', 'department', { departmentCode: 'env' });
const ask = (of = anOrganisation({ stage: 'Consultation' }), departmentCodes = ['tax', 'env'], who = officer) =>
  consult(of, { departmentCodes, question: '有无违法?', rules: rules.parse({}), calendars, known }, at(who));
const reply = (
  of = consulted('tax', 'env'),
  verdict: 'noObjection' | 'objection' = 'noObjection',
  who = tax,
  code = 'tax',
) => answerConsultation(of, { departmentCode: code, verdict, facts: '查无记录' }, at(who, '2027-03-02T01:00:00.000Z'));

describe('letters', () => {
  test('each department gets one of its own, with a number and ten working days', () => {
    const { next, events } = ask();
    expect(next.consultations).toMatchObject([
      { departmentCode: 'tax', letterNumber: '昆质评函〔2027〕2027-Z-1号-tax', dueOn, question: '有无违法?' },
      { departmentCode: 'env', letterNumber: '昆质评函〔2027〕2027-Z-1号-env', dueOn },
    ]);
    const messages = consultationMessages.consultationSent?.(events[0] as unknown as AuditEvent, next) ?? [];
    expect(messages.map((m) => m.to)).toEqual([{ departmentCode: 'tax' }, { departmentCode: 'env' }]);
  });

  test.each([
    ['a department nobody answers for', ['tax', 'mars'], 'consultation.department-unknown'],
    ['the same department named twice: one letter', ['tax', 'tax'], 'allowed'],
  ])('%s', (_, codes, code) => expect(refusalOf(() => ask(undefined, codes))).toBe(code));

  test('no department is asked twice', () =>
    expect(refusalOf(() => ask(consulted('tax')))).toBe('consultation.sent-already'));
  test('only the office writes them', () =>
    expect(refusalOf(() => ask(undefined, ['tax'], tax))).toBe('person.role-missing'));

  test('a department sees name, code and question, not who answered and never the application', () => {
    const { next } = reply();
    const [sent] = next.consultations;
    expect(Object.keys(letterTo(next, sent!)).sort()).toEqual(
      [
        'answer',
        'applicationId',
        'code',
        'departmentCode',
        'dueOn',
        'letterNumber',
        'name',
        'question',
        'sentAt',
      ].sort(),
    );
    expect(letterTo(next, sent!).answer).not.toHaveProperty('by');
  });
});

describe('answers', () => {
  test.each([
    ['its own letter', tax, 'tax', consulted('tax', 'env'), 'allowed'],
    ["another department's letter", env, 'tax', consulted('tax', 'env'), 'record.not-found'],
    ['a letter it never got', env, 'env', consulted('tax'), 'record.not-found'],
    ['as the office', officer, 'tax', consulted('tax'), 'record.not-found'],
    ['a second time', tax, 'tax', reply().next, 'consultation.answered-already'],
    [
      'when the consultation is over',
      tax,
      'tax',
      { ...consulted('tax'), stage: 'Withdrawn' as const },
      'consultation.over',
    ],
  ] as const)('a department answers %s', (_, who, code, of, expected) =>
    expect(refusalOf(() => reply(of, 'noObjection', who, code))).toBe(expected),
  );
});

describe('escalation', () => {
  const escalate = (now: string, of = consulted('tax'), who = officer) =>
    recordEscalation(of, { departmentCode: 'tax', outcome: '电话核实无异议' }, at(who, now));
  test.each([
    ['on the last millisecond of the due day', '2027-03-16T15:59:59.999Z', 'consultation.not-due'],
    ['at 24:00 of it', '2027-03-16T16:00:00.000Z', 'allowed'],
  ])('%s', (_, now, code) => expect(refusalOf(() => escalate(now))).toBe(code));

  const later = '2027-03-20T00:00:00.000Z';
  test('is not for a department that answered', () =>
    expect(refusalOf(() => escalate(later, reply().next))).toBe('consultation.answered-already'));
  test('is recorded once', () =>
    expect(refusalOf(() => escalate(later, escalate(later).next))).toBe('consultation.escalated-already'));
  test('is not for the applicant', () =>
    expect(refusalOf(() => escalate(later, consulted('tax'), owner))).toBe('person.role-missing'));
  test('leaves the department its answer', () =>
    expect(reply(escalate(later).next).next.consultations[0]).toMatchObject({ answer: { verdict: 'noObjection' } }));
});

describe('clearance', () => {
  const clear = (
    of: Parameters<typeof passConsultation>[0],
    assessments: { departmentCode: string; assessment: string }[] = [],
  ) => passConsultation(of, { assessments }, at(officer));
  const escalated = recordEscalation(
    consulted('tax'),
    { departmentCode: 'tax', outcome: '核实' },
    at(officer, '2027-03-20T00:00:00.000Z'),
  ).next;
  const objected = reply(consulted('tax'), 'objection').next;

  test.each([
    ['when nobody was asked', anOrganisation({ stage: 'Consultation' }), 'consultation.none-sent'],
    ['while one is silent', reply(consulted('tax', 'env')).next, 'consultation.unanswered'],
    ['against an objection', objected, 'consultation.objection-stands'],
    ['when all answered', reply(consulted('tax')).next, 'allowed'],
    ['when the silent one was escalated', escalated, 'allowed'],
  ])('%s', (_, of, code) => expect(refusalOf(() => clear(of))).toBe(code));

  test('an objection is met by the finding of the office, with its reason', () => {
    const { next, events } = clear(objected, [{ departmentCode: 'tax', assessment: '已补缴,不属违法' }]);
    expect(next.stage).toBe('EligibilityNotice');
    expect(next.consultations[0]?.assessment).toMatchObject({ text: '已补缴,不属违法', by: 'officer' });
    expect(events[0]?.detail).toEqual({ overridden: ['tax'] });
  });

  test('an assessment without an objection is a mistake', () =>
    expect(refusalOf(() => clear(reply(consulted('tax')).next, [{ departmentCode: 'tax', assessment: 'x' }]))).toBe(
      'consultation.assessment-unfit',
    ));
});
