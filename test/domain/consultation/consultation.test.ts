import { describe, expect, test } from 'vitest';
import { answerConsultation } from '#domain/consultation/answer';
import { settle } from '#domain/consultation/consult';
import { recordEscalation } from '#domain/consultation/escalate';
import { letterTo } from '#domain/consultation/letter-to';
import { consultationMessages } from '#domain/consultation/messages';
import { passConsultation } from '#domain/consultation/pass';
import { leftOut } from '#domain/consultation/usual';
import { rules } from '#domain/cycle/rules';
import { usualDepartments } from '#domain/programme/departments';
import type { AuditEvent } from '#domain/audit/event';
import { at, officer, owner, someone } from '#test/build/an-application';
import { consulted, dueOn, lettersTo } from '#test/build/consultation';
import { aCycle, anOrganisation } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const tax = someone('tax-clerk', 'department', { departmentCode: 'tax' });
const statistics = someone('clerk', 'department', { departmentCode: 'statistics' });
const env = someone('env-clerk', 'department', { departmentCode: 'env' });
const ask = (of = anOrganisation({ stage: 'Consultation' }), codes = ['tax', 'env'], who = officer) =>
  lettersTo(codes, [of], who);
const papers = { fact: { nature: 'penalty', on: '2026-05-01' }, documentNumber: '税函〔2027〕1号' } as const;
const reply = (
  of = consulted('tax', 'env'),
  verdict: 'noObjection' | 'objection' = 'noObjection',
  who = tax,
  code = 'tax',
) =>
  answerConsultation(
    of,
    { departmentCode: code, verdict, facts: '查无记录', ...(verdict === 'objection' && papers) },
    at(who, '2027-03-02T01:00:00.000Z'),
  );

describe('letters', () => {
  test('each department gets one of its own on all applicants, with a number and ten working days', () => {
    const second = anOrganisation({ stage: 'Consultation', applicationId: 'app_9', code: '2027-Z-9' });
    const { letters, applications } = lettersTo(['tax', 'env'], [anOrganisation({ stage: 'Consultation' }), second]);
    expect(letters.map((l) => l.next)).toMatchObject([
      { departmentCode: 'tax', letterNumber: '昆质评函〔2027〕7号', dueOn, open: ['app_1', 'app_9'] },
      { departmentCode: 'env', letterNumber: '昆质评函〔2027〕8号', dueOn },
    ]);
    expect(letters[0]?.next.subjects).toEqual([
      { applicationId: 'app_1', code: '2027-Z-1', name: '滇池机械' },
      { applicationId: 'app_9', code: '2027-Z-9', name: '滇池机械' },
    ]);
    for (const { next } of applications)
      expect(next.consultations.map((c) => c.departmentCode)).toEqual(['tax', 'env']);
    const [event] = letters[0]?.events ?? [];
    const messages = consultationMessages.letterIssued?.(event as unknown as AuditEvent, undefined) ?? [];
    expect(messages.map((m) => m.to)).toEqual([{ departmentCode: 'tax' }]);
  });

  test('a letter is done when every applicant on it is settled, and reminds until then', () => {
    const [sent] = lettersTo(['tax'], [anOrganisation({ stage: 'Consultation' })]).letters;
    expect(sent?.next.duty?.dueOn).toBe(dueOn);
    expect(settle(sent!.next, ['app_1'])).toMatchObject({ open: [], duty: undefined });
  });

  test('what one transaction cannot hold is refused with how many it can', () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      anOrganisation({ stage: 'Consultation', applicationId: `app_${i}` }),
    );
    expect(refusalOf(() => lettersTo(['tax'], many))).toBe('consultation.too-many');
    expect(refusalOf(() => lettersTo(['tax'], many.slice(0, 31)))).toBe('allowed');
    expect(refusalOf(() => lettersTo(['tax'], []))).toBe('consultation.nobody');
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
        'letterId',
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

test.each([
  ['without its fact', { documentNumber: '1' }, 'consultation.objection-undocumented'],
  ['without a document', { fact: papers.fact }, 'consultation.objection-undocumented'],
  ['of tomorrow', { ...papers, fact: { nature: 'penalty', on: '2027-03-03' } as const }, 'consultation.date-in-future'],
  ['with both', papers, 'allowed'],
])('an objection %s', (_, given, code) =>
  expect(
    refusalOf(() =>
      answerConsultation(
        consulted('tax'),
        { departmentCode: 'tax', verdict: 'objection', facts: '欠税', ...given },
        at(tax, '2027-03-02T01:00:00.000Z'),
      ),
    ),
  ).toBe(code),
);

describe('escalation', () => {
  test('needs its paper', () =>
    expect(
      refusalOf(() =>
        recordEscalation(
          consulted('tax'),
          { departmentCode: 'tax', outcome: '核实' },
          at(officer, '2027-03-20T00:00:00.000Z'),
        ),
      ),
    ).toBe('consultation.escalation-undocumented'));

  const escalate = (now: string, of = consulted('tax'), who = officer) =>
    recordEscalation(of, { departmentCode: 'tax', outcome: '电话核实无异议', documentNumber: '核〔1〕' }, at(who, now));
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
    who = officer,
  ) => passConsultation(of, { assessments, cycle: aCycle(), departments: usualDepartments }, at(who));
  const escalated = recordEscalation(
    consulted('tax'),
    { departmentCode: 'tax', outcome: '核实', documentNumber: '核〔1〕' },
    at(officer, '2027-03-20T00:00:00.000Z'),
  ).next;
  const objected = reply(consulted('tax'), 'objection').next;

  test.each([
    ['when nobody was asked', anOrganisation({ stage: 'Consultation' }), 'consultation.none-sent'],
    [
      'when only the statistics office was asked, which is no rule',
      reply(consulted('statistics'), 'noObjection', statistics, 'statistics').next,
      'consultation.usual-missing',
    ],
    [
      'when it was asked beside another',
      reply(consulted('statistics', 'tax'), 'noObjection', statistics, 'statistics').next,
      'consultation.unanswered',
    ],
    ['while one is silent', reply(consulted('tax', 'env')).next, 'consultation.unanswered'],
    ['against an objection', objected, 'consultation.objection-stands'],
    ['when all answered', reply(consulted('tax')).next, 'allowed'],
    ['when the silent one was escalated', escalated, 'allowed'],
  ])('%s', (_, of, code) => expect(refusalOf(() => clear(of))).toBe(code));

  const second = someone('officer-2', 'office');
  const assessed = [{ departmentCode: 'tax', assessment: '已补缴,不属违法' }];
  const before = answerConsultation(
    consulted('tax'),
    {
      departmentCode: 'tax',
      verdict: 'objection',
      facts: '旧案',
      ...papers,
      fact: { nature: 'penalty', on: '2024-03-30' },
    },
    at(tax, '2027-03-02T01:00:00.000Z'),
  ).next;

  test('an objection whose fact lies before the look-back is met by one officer, with the reason', () => {
    const { next, events } = clear(before, assessed);
    expect(next.stage).toBe('EligibilityNotice');
    expect(next.consultations[0]?.assessment).toMatchObject({ text: '已补缴,不属违法', by: 'officer' });
    expect(events[0]?.detail).toEqual({ overridden: ['tax'] });
  });

  test('the same fact takes two where the cycle looks back from its opening (D7)', () => {
    const cycle = aCycle({ rules: rules.parse({ lookBackAnchor: 'opening' }) });
    const command = { assessments: assessed, cycle, departments: usualDepartments };
    expect(passConsultation(before, command, at(officer)).next.stage).toBe('Consultation');
  });

  describe('an objection whose fact excludes is set aside by two officers (A13)', () => {
    const proposed = clear(objected, assessed);

    test('of one it is a proposal: the case stays, and the office is asked for another', () => {
      expect(proposed.next.stage).toBe('Consultation');
      expect(proposed.events).toMatchObject([{ type: 'assessmentProposed', detail: { departments: ['tax'] } }]);
      const [told] =
        consultationMessages.assessmentProposed?.(proposed.events[0] as unknown as AuditEvent, proposed.next) ?? [];
      expect(told?.to).toEqual({ role: 'office' });
    });

    test.each([
      ['who proposed', [], officer, 'proposal.same-person'],
      ['who proposed, in the same words', assessed, officer, 'proposal.same-person'],
      ['a department', [], tax, 'person.role-missing'],
      ['another officer', [], second, 'allowed'],
    ])('it is confirmed by %s', (_, given, who, code) =>
      expect(refusalOf(() => clear(proposed.next, given, who))).toBe(code),
    );

    test('confirmed, the applicant goes on, and both are on record', () => {
      const { next } = clear(proposed.next, [], second);
      expect(next.stage).toBe('EligibilityNotice');
      expect(next.consultations[0]?.assessment).toMatchObject({ by: 'officer', confirmedBy: 'officer-2' });
    });

    test('in other words it is another proposal, which the first may confirm', () => {
      const other = clear(proposed.next, [{ departmentCode: 'tax', assessment: '另有理由' }], second).next;
      expect(other.stage).toBe('Consultation');
      expect(refusalOf(() => clear(other, [], second))).toBe('proposal.same-person');
      expect(clear(other).next.stage).toBe('EligibilityNotice');
    });
  });

  test('a programme that consults nobody as a rule may ask whom it likes', () => {
    const departments = usualDepartments.map((d) => ({ ...d, usual: false }));
    const of = reply(consulted('statistics'), 'noObjection', statistics, 'statistics').next;
    const cleared = passConsultation(of, { assessments: [], cycle: aCycle(), departments }, at(officer));
    expect(cleared.next.stage).toBe('EligibilityNotice');
  });

  test('letters are previewed with whom they leave unasked', () => {
    const departments = usualDepartments.filter((d) => ['tax', 'fire', 'statistics'].includes(d.code));
    expect(leftOut([consulted('tax')], [], departments)).toEqual(['fire']);
    expect(leftOut([consulted('tax'), consulted('env')], ['fire'], departments)).toEqual(['tax']);
  });

  test('an assessment without an objection is a mistake', () =>
    expect(refusalOf(() => clear(reply(consulted('tax')).next, [{ departmentCode: 'tax', assessment: 'x' }]))).toBe(
      'consultation.assessment-unfit',
    ));
});
