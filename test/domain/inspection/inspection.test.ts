import { describe, expect, test } from 'vitest';
import type { Winner } from '#domain/approval/winner';
import type { Document } from '#domain/document/document';
import { concludeInspection } from '#domain/inspection/conclude';
import type { Area, Inspection } from '#domain/inspection/inspection';
import { areas } from '#domain/inspection/inspection';
import { planInspection } from '#domain/inspection/plan';
import { handInRectification, openDutyOf, recordReInspection } from '#domain/inspection/rectify';
import { inspectionFor } from '#domain/inspection/view';
import { recordWorksheet } from '#domain/inspection/worksheets';
import type { YearlyDuty } from '#domain/post-award/duty';
import { cancelled } from '#domain/post-award/duty';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { refusalOf } from '#test/build/refusal';
import { aWinner } from '#test/build/winner';

const duty = aDuty({
  dutyId: 'inspection-KM2026-ZL-Z01-2028',
  kind: 'inspection',
  party: 'office',
  dueOn: '2028-12-31',
});
const plan = {
  on: '2028-09-10',
  team: ['officer', 'expert'],
  items: areas.map((area) => ({ area, question: '核对' })),
};
const before = '2028-09-01T01:00:00.000Z';
const onTheDay = '2028-09-09T16:00:00.000Z';
const later = '2028-09-20T01:00:00.000Z';
const expert = someone('expert', 'assessor');
const around = { duty, winner: aWinner(), revocationId: 'rev_1' };

const planned = () => planInspection(duty, undefined, plan, [], at(officer, before)).next;
const sheet = { verdict: 'good' as const, finding: '正常', evidence: [] };
const written = (given: Inspection = planned(), which: readonly Area[] = areas) =>
  which.reduce((of, area) => recordWorksheet(of, area, sheet, [], at(expert, onTheDay)).next, given);

const order = { demands: '恢复关键过程控制', dueOn: '2028-10-31', reInspectBy: '2028-11-30' };
const declined = () =>
  concludeInspection(
    written(),
    { result: 'seriousDecline', summary: '主要指标连续下滑', rectification: order },
    [],
    around,
    at(officer, later),
  );
const orderedDuty = () => declined().duties[1]?.next as YearlyDuty;
const handIn = (now: string, of: YearlyDuty = orderedDuty()) =>
  handInRectification(
    declined().inspection.next,
    { text: '已恢复', evidence: [] },
    { applicant: {}, present: [], kept: [] },
    { duty: of, winner: around.winner },
    at(owner, now),
  );

describe('a plan', () => {
  test.each<[string, Partial<typeof plan>, readonly string[], Partial<YearlyDuty>, string]>([
    ['names the day, the team and the four areas', {}, [], {}, 'allowed'],
    ['can be for today', { on: '2028-09-01' }, [], {}, 'allowed'],
    ['is not for yesterday', { on: '2028-08-31' }, [], {}, 'inspection.day-past'],
    ['leaves no area out', { items: plan.items.slice(1) }, [], {}, 'inspection.areas-missing'],
    ['sends nobody who is not fit', {}, ['expert'], {}, 'inspection.team-unfit'],
    ['is of an inspection', {}, [], { kind: 'annualReport' }, 'record.not-found'],
    ['is of one that is owed', {}, [], { status: 'done' }, 'duty.done-already'],
    ['is of an award that stands', {}, [], { status: 'cancelled' }, 'duty.cancelled'],
  ])('%s', (_, given, unfit, owed, code) => {
    const act = () =>
      planInspection({ ...duty, ...owed }, undefined, { ...plan, ...given }, unfit, at(officer, before));
    expect(refusalOf(act)).toBe(code);
  });

  test('made anew keeps the worksheets', () => {
    const again = planInspection(
      duty,
      written(planned(), ['trend']),
      { ...plan, on: '2028-09-12' },
      [],
      at(officer, onTheDay),
    );
    expect(again.next.worksheets.trend).toBeDefined();
    expect(again.next.plan.on).toBe('2028-09-12');
  });

  test.each([owner, expert, someone('a', 'auditor')])('is the office’s to make', (actor) => {
    expect(refusalOf(() => planInspection(duty, undefined, plan, [], at(actor, before)))).toBe('person.role-missing');
  });
});

describe('a worksheet', () => {
  const record = (given: { actor?: typeof expert; now?: string; evidence?: string[]; of?: Inspection } = {}) =>
    refusalOf(() =>
      recordWorksheet(
        given.of ?? planned(),
        'performance',
        { ...sheet, evidence: given.evidence ?? [] },
        [{ documentId: 'a', status: 'checked' } as Document, { documentId: 'b', status: 'awaited' } as Document],
        at(given.actor ?? expert, given.now ?? onTheDay),
      ),
    );

  test('is written from the first moment of the day on, not before', () => {
    expect(record()).toBe('allowed');
    expect(record({ now: '2028-09-09T15:59:59.999Z' })).toBe('inspection.not-yet');
  });

  test('is written by the team alone, with evidence that passed its check', () => {
    expect(record({ actor: someone('office-2', 'office') })).toBe('inspection.not-on-team');
    expect(record({ evidence: ['a'] })).toBe('allowed');
    expect(record({ evidence: ['b'] })).toBe('document.not-checked');
    expect(record({ of: declined().inspection.next })).toBe('inspection.wrong-status');
  });
});

describe('an inspection ends', () => {
  const conclude = (body: Parameters<typeof concludeInspection>[1], of = written(), now = later, who = officer) =>
    concludeInspection(of, body, [], around, at(who, now));
  const well = { result: 'satisfactory', summary: '正常' } as const;

  test('well, and the duty with it; after the year it is late', () => {
    const { inspection, duties, revocation } = conclude(well);
    expect([inspection.next.status, duties.map(({ next }) => next.status), revocation]).toEqual([
      'closed',
      ['done'],
      undefined,
    ]);
    expect(conclude(well).duties[0]?.next.done?.late).toBe(false);
    expect(conclude(well, written(), '2028-12-31T16:00:00.000Z').duties[0]?.next.done?.late).toBe(true);
  });

  test('not before all four areas are written, and not by the team', () => {
    const act = () => conclude(well, written(planned(), ['trend', 'stability']));
    expect(refusalOf(act)).toBe('inspection.worksheets-missing');
    expect(refusalOf(() => conclude(well, written(), later, expert))).toBe('person.role-missing');
  });

  test('by a serious decline, which is ordered to be put right: a duty of the winner begins', () => {
    const { inspection } = declined();
    expect(inspection.next).toMatchObject({ status: 'rectification', rounds: [{ dueOn: '2028-10-31' }] });
    expect(orderedDuty()).toMatchObject({
      kind: 'rectification',
      party: 'winner',
      dueOn: '2028-10-31',
      remindOn: '2028-09-21',
    });
    expect(openDutyOf(inspection.next)).toBe(orderedDuty().dutyId);
  });

  test.each([
    ['without an order', undefined, 'inspection.order-missing'],
    ['due today', { ...order, dueOn: '2028-09-20' }, 'inspection.order-days'],
    ['looked at again on the due day', { ...order, reInspectBy: '2028-10-31' }, 'inspection.order-days'],
    ['due tomorrow', { ...order, dueOn: '2028-09-21' }, 'allowed'],
  ])('by a serious decline %s: %s', (_, rectification, code) => {
    expect(refusalOf(() => conclude({ result: 'seriousDecline', summary: '下滑', rectification }))).toBe(code);
  });

  test('by a revocable fact: a case is opened, and nothing is revoked', () => {
    const revocation = { ground: 'accident', facts: '较大生产安全事故' } as const;
    const found = conclude({ result: 'revocableFact', summary: '事故', revocation });
    expect(found.revocation?.next).toMatchObject({ revocationId: 'rev_1', stage: 'Investigation', ground: 'accident' });
    expect(found.inspection.next).toMatchObject({ status: 'closed', revocationId: 'rev_1' });
    expect(refusalOf(() => conclude({ result: 'revocableFact', summary: '事故' }))).toBe('inspection.fact-missing');
  });

  test('with no case on an award that was revoked already, nor anything once its duty is cancelled', () => {
    const revoked: Winner = { ...around.winner, status: 'revoked', revokedOn: '2028-09-15' };
    const revocation = { ground: 'accident', facts: 'x' } as const;
    const body = { result: 'revocableFact', summary: 'x', revocation } as const;
    const act = () => concludeInspection(written(), body, [], { ...around, winner: revoked }, at(officer, later));
    expect(refusalOf(act)).toBe('revocation.revoked-already');
    const over = () =>
      concludeInspection(written(), well, [], { ...around, duty: cancelled(duty) }, at(officer, later));
    expect(refusalOf(over)).toBe('duty.cancelled');
  });
});

describe('what was ordered', () => {
  test.each([
    ['in the last millisecond of the due day in time', '2028-10-31T15:59:59.999Z', false],
    ['in the first of the next day late, and taken', '2028-10-31T16:00:00.000Z', true],
  ])('is handed in %s', (_, now, late) => {
    const { inspection, duties } = handIn(now);
    expect(inspection.next.rounds[0]?.handedIn?.late).toBe(late);
    expect(inspection.next.status).toBe('reInspection');
    expect(duties.map(({ next }) => [next.kind, next.status, next.party])).toEqual([
      ['rectification', 'done', 'winner'],
      ['reInspection', 'open', 'office'],
    ]);
    expect(openDutyOf(inspection.next)).toBe(duties[1]?.next.dutyId);
  });

  test('is handed in by the winner and nobody else, once', () => {
    const act = (who: typeof owner, of: Inspection) => () =>
      handInRectification(
        of,
        { text: 'x', evidence: [] },
        { applicant: {}, present: [], kept: [] },
        { duty: orderedDuty(), winner: around.winner },
        at(who, later),
      );
    expect(refusalOf(act(officer, declined().inspection.next))).toBe('record.not-found');
    expect(refusalOf(act(someone('stranger'), declined().inspection.next))).toBe('record.not-found');
    expect(refusalOf(act(owner, handIn(later).inspection.next))).toBe('inspection.wrong-status');
    expect(refusalOf(() => handIn(later, cancelled(orderedDuty())))).toBe('duty.cancelled');
  });

  const again = (of: Inspection, open: YearlyDuty, body: object, now = '2028-11-20T01:00:00.000Z', who = officer) =>
    recordReInspection(
      of,
      { on: '2028-11-19', finding: '已查看', evidence: [], result: 'rectified', ...body },
      { present: [], kept: [], open },
      around,
      at(who, now),
    );
  const handedIn = () => {
    const { inspection, duties } = handIn(later);
    return [inspection.next, duties[1]?.next as YearlyDuty] as const;
  };

  test('is looked at again: put right, which closes it', () => {
    const { inspection, duties } = again(...handedIn(), {});
    expect(inspection.next).toMatchObject({ status: 'closed', rounds: [{ reInspection: { result: 'rectified' } }] });
    expect(duties.map(({ next }) => next.status)).toEqual(['done']);
  });

  test('or is not put right, and is ordered anew; or is a case', () => {
    const anew = { demands: '再整改', dueOn: '2028-12-31', reInspectBy: '2029-01-31' };
    const { inspection, duties } = again(...handedIn(), { result: 'notRectified', rectification: anew });
    expect(inspection.next).toMatchObject({ status: 'rectification', rounds: [{}, { demands: '再整改' }] });
    expect(duties[1]?.next).toMatchObject({ kind: 'rectification', dueOn: '2028-12-31', status: 'open' });
    expect(duties[1]?.next.dutyId).not.toBe(orderedDuty().dutyId);
    expect(refusalOf(() => again(...handedIn(), { result: 'notRectified' }))).toBe('inspection.order-missing');
    const found = again(...handedIn(), { result: 'revocableFact', revocation: { ground: 'fraud', facts: 'x' } });
    expect(found.revocation?.next.stage).toBe('Investigation');
  });

  test('is not ordered for ever', () => {
    const [of, open] = handedIn();
    const rounds = Array.from({ length: 4 }, () => of.rounds[0] as Inspection['rounds'][number]);
    const act = () =>
      again({ ...of, rounds }, open, {
        result: 'notRectified',
        rectification: { ...order, dueOn: '2029-01-01', reInspectBy: '2029-02-01' },
      });
    expect(refusalOf(act)).toBe('inspection.rounds-over');
  });

  test('and never handed in is looked at again after the due day, not on it', () => {
    const of = declined().inspection.next;
    const onDue = () => again(of, orderedDuty(), { on: '2028-10-31' }, '2028-10-31T15:59:59.999Z');
    expect(refusalOf(onDue)).toBe('inspection.rectification-running');
    expect(again(of, orderedDuty(), { on: '2028-11-01' }, '2028-10-31T16:00:00.000Z').inspection.next.status).toBe(
      'closed',
    );
    expect(refusalOf(() => again(...handedIn(), { on: '2028-11-21' }))).toBe('inspection.not-yet');
    expect(refusalOf(() => again(...handedIn(), {}, later, expert))).toBe('person.role-missing');
  });
});

describe('who sees an inspection', () => {
  const of = declined().inspection.next;
  test('the winner: its day, end and order, not team, worksheets or case', () => {
    const seen = inspectionFor(owner, { ...of, revocationId: 'rev_1' }, {});
    expect(Object.keys(seen).sort()).toEqual(
      ['certificateNumber', 'inspectionId', 'outcome', 'plan', 'rounds', 'status', 'winnerName', 'year'].sort(),
    );
    expect(seen.plan).toEqual({ on: '2028-09-10' });
  });
  test('office, auditors and the team: all of it; nobody else anything', () => {
    for (const actor of [officer, someone('a', 'auditor'), expert]) expect(inspectionFor(actor, of, {})).toBe(of);
    for (const actor of [someone('stranger'), someone('other', 'assessor'), someone('c', 'committeeMember')])
      expect(refusalOf(() => inspectionFor(actor, of, {}))).toBe('record.not-found');
  });
});
