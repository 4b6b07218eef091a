import { describe, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import type { AuditEvent } from '#domain/audit/event';
import type { DomainEvent } from '#domain/record';
import { suspensionMessages } from '#domain/suspension/messages';
import { endNotice } from '#domain/public-notice/end-notice';
import { draftNotice } from '#domain/public-notice/draft';
import { wakeOutput } from '#domain/public-notice/wake';
import { applyList } from '#domain/list/apply';
import type { CycleList } from '#domain/list/list';
import { newHead } from '#domain/record';
import { undecided } from '#domain/ranking/candidates';
import { isSuspended } from '#domain/suspension/is-suspended';
import { decideLifting, proposeLifting } from '#domain/suspension/lift';
import type { ReportedFact } from '#domain/suspension/record-late-fact';
import { recordLateFact } from '#domain/suspension/record-late-fact';
import { proposeRefusal, decideRefusal } from '#domain/eligibility/propose-refusal';
import { conveneMeeting } from '#domain/vote/convene';
import { at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { consulted } from '#test/build/consultation';
import { aCycle, anIndividual, anOrganisation, calendars } from '#test/build/eligibility';
import { answered, endsAt, underNotice } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const second = someone('officer-2', 'office');
const tax = someone('tax-clerk', 'department', { departmentCode: 'tax' });
const cycle = aCycle();
const now = '2027-04-10T01:00:00.000Z';
const accident: ReportedFact = {
  item: 'A13(3)',
  nature: 'accident',
  on: '2027-04-01',
  statement: '发生较大生产安全事故',
  source: '应急管理局',
  documentNumber: '云应急〔2027〕8号',
};
const report = (of: Application, fact: Partial<ReportedFact> = {}, who = officer) =>
  recordLateFact(of, { fact: { ...accident, ...fact }, cycle }, at(who, now));
const inStage = (stage: Application['stage']) => anOrganisation({ stage });
const suspended = (of: Application) => report(of).next;

describe('a late fact that excludes', () => {
  test.each([
    ['Draft', 'stage.action-unavailable'],
    ['EligibilityReview', 'allowed'],
    ['Consultation', 'allowed'],
    ['EligibilityNotice', 'allowed'],
    ['MaterialReview', 'allowed'],
    ['Defence', 'allowed'],
    ['OnSiteReview', 'allowed'],
    ['Recommendation', 'allowed'],
    ['CommitteeVote', 'allowed'],
    ['AwardNotice', 'allowed'],
    ['GovernmentApproval', 'allowed'],
    ['Awarded', 'stage.action-unavailable'],
  ] as const)('in stage %s: %s', (stage, code) => expect(refusalOf(() => report(inStage(stage)))).toBe(code));

  test.each([
    ['the first day of the look-back', { on: '2024-03-31' }, 'allowed'],
    ['the day before it', { on: '2024-03-30' }, 'exclusion.outside-look-back'],
    ['today, after the closing date', { on: '2027-04-10' }, 'allowed'],
    ['tomorrow', { on: '2027-04-11' }, 'exclusion.date-wrong'],
    ['a listing that stands, however old', { nature: 'dishonesty', on: '2015-01-01' }, 'allowed'],
    [
      'a listing that ended on the first day',
      { nature: 'dishonesty', on: '2015-01-01', until: '2024-03-31' },
      'allowed',
    ],
    [
      'a listing that ended before',
      { nature: 'dishonesty', on: '2015-01-01', until: '2024-03-30' },
      'exclusion.outside-look-back',
    ],
    [
      'a listing that ended before it began',
      { nature: 'dishonesty', on: '2026-01-02', until: '2026-01-01' },
      'exclusion.date-wrong',
    ],
    ['a penalty under the paragraph on accidents', { nature: 'penalty' }, 'exclusion.unfit'],
    ['without a document', { documentNumber: undefined }, 'exclusion.undocumented'],
  ] as const)('%s: %s', (_, fact, code) => expect(refusalOf(() => report(inStage('Defence'), fact))).toBe(code));

  test('the look-back of a cycle that closes on 29 February begins on 28 February (D9)', () => {
    const leap = aCycle({ closesAt: '2028-02-29T16:00:00.000Z' });
    const on = (day: string) =>
      refusalOf(() =>
        recordLateFact(
          inStage('Defence'),
          { fact: { ...accident, on: day }, cycle: leap },
          at(officer, '2028-03-01T01:00:00.000Z'),
        ),
      );
    expect([on('2025-02-28'), on('2025-02-27')]).toEqual(['allowed', 'exclusion.outside-look-back']);
  });

  test.each([
    ['the office', officer, 'allowed'],
    ['a department that was asked', tax, 'allowed'],
    ['a department that was not', someone('env', 'department', { departmentCode: 'env' }), 'record.not-found'],
    ['the applicant', owner, 'person.role-missing'],
    ['a committee member', someone('m', 'committeeMember'), 'person.role-missing'],
  ])('is recorded by %s: %s', (_, who, code) =>
    expect(refusalOf(() => report({ ...consulted('tax'), stage: 'MaterialReview' }, {}, who))).toBe(code),
  );

  test.each([
    ['A13(7) against an individual (D11)', anIndividual({}, { stage: 'Defence' }), 'A13(7)', 'exclusion.unfit'],
    ['A13(6) against an individual', anIndividual({}, { stage: 'Defence' }), 'A13(6)', 'allowed'],
    ['A14(5) against a top manager', anIndividual({ topManager: true }, { stage: 'Defence' }), 'A14(5)', 'allowed'],
    ['A14(5) against anyone else', anIndividual({}, { stage: 'Defence' }), 'A14(5)', 'exclusion.unfit'],
  ])('%s', (_, of, item, code) => expect(refusalOf(() => report(of, { item, nature: 'penalty' }))).toBe(code));
});

describe('nothing carries a suspended case on', () => {
  test('no notice names it', () => {
    const named = (of: Application) =>
      draftNotice([{ ...of, consultations: answered }], { kind: 'EligibilityNotice' }).entries.length;
    expect([named(inStage('EligibilityNotice')), named(suspended(inStage('EligibilityNotice')))]).toEqual([1, 0]);
  });

  test('its notice ends without it, and ends for it when the suspension is lifted', () => {
    const held = suspended(underNotice());
    expect(endNotice(held, at(officer, endsAt)).next.stage).toBe('EligibilityNotice');
    expect(wakeOutput(held, 'EligibilityNotice')).toBeUndefined();
    const free = lifted(held);
    expect(wakeOutput(free, 'EligibilityNotice')).toEqual({ stage: 'EligibilityNotice', until: endsAt });
    expect(endNotice(free, at(someone('system'), endsAt)).next.stage).toBe('MaterialReview');
  });

  test('it is on no list and before no committee', () => {
    expect(undecided({ inStage: [suspended(inStage('Recommendation'))], earlier: [] })).toEqual([]);
    const listed = { listId: 'l', compositeMilli: 1, award: 'qualityAward' as const, reason: 'r', at: now };
    const before = anOrganisation({ stage: 'CommitteeVote', listed });
    const convene = (of: Application) =>
      refusalOf(() => {
        const invited = { title: 't', startsAt: now, place: 'p', agenda: ['v'], chairId: 'a' };
        const recommended = { inStage: [of], earlier: [] };
        const facts = { members: [{ personId: 'a', name: 'a' }], recommended, earlier: [] };
        conveneMeeting(cycle, 'm', invited, facts, at(officer, now));
      });
    expect([convene(before), convene(suspended(before))]).toEqual(['allowed', 'vote.nothing-to-vote-on']);
  });

  test('a list fixed before passes it over, and is applied once the suspension is lifted', () => {
    const list: CycleList = {
      ...newHead(programmeId),
      listId: 'lst_1',
      cycleId: 'cyc_1',
      kind: 'shortlist',
      at: now,
      by: 'officer',
      entries: [{ applicationId: 'app_1', outcome: 'in', reason: 'r', defence: true, onSite: true }],
      facts: {},
    };
    const apply = (of: Application) => applyList(list, list.entries[0]!, of, at({ ...officer, personId: 'system' }));
    const held = suspended(inStage('MaterialReview'));
    expect(apply(held)).toBeUndefined();
    expect(apply(lifted(held))?.next.stage).toBe('Defence');
  });
});

/** Lifted by two officers. */
function lifted(of: Application): Application {
  const proposed = proposeLifting(of, { reason: '经查不属实' }, at(officer, now)).next;
  return decideLifting(proposed, { confirmed: true, reason: '属实' }, at(second, now)).next;
}

describe('the applicant is told, and nothing of who said what', () => {
  const told = (type: string, of: Application, events: readonly DomainEvent[]) =>
    suspensionMessages[type]?.(events.find((e) => e.type === type) as unknown as AuditEvent, of).filter(
      (m) => 'personId' in m.to && m.to.personId === 'owner',
    ) ?? [];

  test('that the case is suspended', () => {
    const { next, events } = report(inStage('Defence'));
    const [message, ...more] = told('caseSuspended', next, events);
    expect(more).toEqual([]);
    expect(message?.zh.text).toContain('核实期间暂停办理');
    expect(JSON.stringify(message)).not.toContain(accident.source);
    expect(JSON.stringify(message)).not.toContain(accident.statement);
  });

  test('that it goes on, unless something else still holds it', () => {
    const free = lifted(suspended(inStage('Defence')));
    const events = [{ type: 'suspensionLifted' }];
    expect(told('suspensionLifted', free, events)[0]?.zh.text).toContain('恢复办理');
    const refusalProposal = { article: 'A12(2)', reason: 'r', by: 'officer', at: now };
    expect(told('suspensionLifted', { ...free, refusalProposal }, events)).toEqual([]);
  });
});

describe('two persons resolve it', () => {
  const held = suspended(inStage('Defence'));
  const proposed = proposeLifting(held, { reason: '经查不属实' }, at(officer, now)).next;

  test.each([
    ['who proposed', officer, true, 'proposal.same-person'],
    ['who proposed, to take it back', officer, false, 'allowed'],
    ['another officer', second, true, 'allowed'],
    ['a department', tax, true, 'person.role-missing'],
  ])('lifting is decided by %s', (_, who, confirmed, code) =>
    expect(refusalOf(() => decideLifting(proposed, { confirmed, reason: 'r' }, at(who, now)))).toBe(code),
  );

  test('rejected, it stays suspended; confirmed, it goes on and keeps what was said', () => {
    expect(isSuspended(decideLifting(proposed, { confirmed: false, reason: 'r' }, at(second, now)).next)).toBe(true);
    const free = lifted(held);
    expect(isSuspended(free)).toBe(false);
    expect(free.suspensions).toMatchObject([{ facts: [accident], lifted: { proposedBy: 'officer', by: 'officer-2' } }]);
  });

  test('a fact that comes in meanwhile takes the proposal to lift away', () =>
    expect(
      refusalOf(() => decideLifting(report(proposed).next, { confirmed: true, reason: 'r' }, at(second, now))),
    ).toBe('proposal.none'));

  test('refused, it is by the exclusion’s own article', () => {
    const refuse = (article: string) =>
      proposeRefusal(held, { reason: '事故', article, cycle, calendars }, at(officer, now));
    expect(refusalOf(() => refuse('A12(6)'))).toBe('proposal.article-unfit');
    const { next } = decideRefusal(
      refuse('A13(3)').next,
      { confirmed: true, reason: 'r', cycle, calendars },
      at(second, now),
    );
    expect(next).toMatchObject({
      stage: 'Refused',
      ended: { stage: 'Defence', article: 'A13(3)', proposedBy: 'officer', confirmedBy: 'officer-2' },
    });
  });

  test('a case without a late fact has nothing to lift', () =>
    expect(refusalOf(() => proposeLifting(inStage('Defence'), { reason: 'r' }, at(officer, now)))).toBe(
      'suspension.none',
    ));
});
