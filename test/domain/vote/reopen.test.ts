import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import type { Award } from '#domain/approval/awarding';
import { rules } from '#domain/cycle/rules';
import type { CycleList, ListEntry } from '#domain/list/list';
import { applyList } from '#domain/list/apply';
import { isEnd, nextStages } from '#domain/lifecycle';
import { undecided } from '#domain/ranking/candidates';
import { newHead } from '#domain/record';
import type { Resolution } from '#domain/resolution/resolution';
import { freedPlaces, previewReopening, reopenVote } from '#domain/vote/reopen';
import { at, officer, programmeId, someone } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { aCycleUnderReview, inReview } from '#test/build/review';

const early = '2027-03-01T01:00:00.000Z';
const later = '2027-03-20T01:00:00.000Z';
const chair = someone('chair', 'committeeMember');
type Given = Partial<Application> & { award?: Award };
const voted = (applicationId: string, { award = 'qualityAward', ...given }: Given = {}): Application =>
  inReview({
    applicationId,
    code: applicationId,
    lists: ['lst_v1'],
    listed: { listId: 'lst_0', compositeMilli: 800_000, award, reason: '', at: early },
    ...given,
  });
const elected = (id: string, given: Given = {}) => voted(id, { stage: 'AwardNotice', ...given });
const notElected = (id: string, given: Given = {}) =>
  voted(id, {
    stage: 'Ended',
    ended: { stage: 'CommitteeVote', reason: '未达法定多数', article: 'A21', at: early },
    ...given,
  });
const upheld = (id: string, given: Given = {}) =>
  voted(id, {
    stage: 'Ended',
    ended: { stage: 'AwardNotice', reason: '异议成立', article: 'A21', at: later },
    ...given,
  });
const aList = (kind: CycleList['kind'], entries: ListEntry[], at = early, listId = 'lst_v1'): CycleList => ({
  ...newHead(programmeId),
  ...{ listId, cycleId: 'cyc_1', kind, at, by: 'chair', entries, facts: {} },
});
const result = (won: Application[], lost: Application[]) =>
  aList('voteResult', [
    ...won.map(({ applicationId, listed }): ListEntry => ({
      ...{ applicationId, outcome: 'in' as const, reason: '' },
      ...(listed && { award: listed.award }),
    })),
    ...lost.map(({ applicationId }): ListEntry => ({ applicationId, outcome: 'out', reason: '' })),
  ]);
const resolution = (kind: Resolution['kind'] = 'newVote'): Resolution => ({
  ...newHead(programmeId),
  ...{ resolutionId: 'res_1', number: '评审委〔2027〕9号', kind, title: '', text: '', adoptedOn: '2027-03-20' },
  ...{ recordedBy: 'chair', recordedAt: early },
});
const cycle = aCycleUnderReview();
const lost = [
  notElected('second'),
  notElected('nominee', { award: 'nominationAward' }),
  notElected('person', { kind: 'individual' }),
];
const factsWith = (first: Application) => ({
  results: [result([first], lost)],
  reopenings: [],
  applications: [first, ...lost],
});
const reopen = (facts = factsWith(upheld('first')), by = officer, of = cycle, on = resolution()) =>
  reopenVote(of, 'lst_r', on, facts, at(by, later));

describe('a proposed winner who drops out (D20)', () => {
  it('leaves a place that nobody gets by itself: those who were not elected are ended as they were', () => {
    expect(freedPlaces(factsWith(elected('first')))).toEqual([]);
    expect(freedPlaces(factsWith(upheld('first')))).toEqual([
      { award: 'qualityAward', kind: 'organisation', places: 1 },
    ]);
  });

  it('is replaced only by a new vote on everyone of the kind who was not elected for that award', () => {
    const { next } = reopen();
    expect(next).toMatchObject({ kind: 'reopenedVote', at: later });
    expect(next.entries.map((e) => e.applicationId)).toEqual(['second']);
    const together = { ...rules.parse({}), quotas: { ...rules.parse({}).quotas } };
    together.quotas.qualityAward = { ...together.quotas.qualityAward, together: 5 };
    const both = previewReopening(aCycleUnderReview({ rules: together }), factsWith(upheld('first')));
    expect(both.items.map((i) => i.applicationId)).toEqual(['second', 'person']);
  });

  it.each([
    ['nobody dropped out', () => reopen(factsWith(elected('first'))), 'vote.no-place-free'],
    [
      'the resolution is about something else',
      () => reopen(undefined, officer, cycle, resolution('vacancy')),
      'resolution.does-not-say-so',
    ],
    [
      'the resolution is from before the place came free',
      () => reopen(undefined, officer, cycle, { ...resolution(), adoptedOn: '2027-03-19' }),
      'resolution.date-before',
    ],
    [
      'the officer recorded the resolution',
      () => reopen(undefined, officer, cycle, { ...resolution(), recordedBy: officer.personId }),
      'resolution.own',
    ],
    ['a member of the committee asks', () => reopen(undefined, chair), 'person.role-missing'],
    ['the cycle is over', () => reopen(undefined, officer, { ...cycle, status: 'completed' }), 'vote.cycle-over'],
    [
      'the cycle leaves such places empty',
      () => reopen(undefined, officer, { ...cycle, rules: rules.parse({ substitutes: 'none' }) }),
      'vote.no-substitutes',
    ],
    [
      'nobody is left to vote on',
      () => reopen({ ...factsWith(upheld('first')), applications: [upheld('first')] }),
      'vote.nobody-to-reopen',
    ],
  ])('is not replaced when %s', (_, attempt, code) => {
    expect(refusalBy(attempt)?.code).toBe(code);
  });

  it('brings them before the committee once, with what they were voted on for, and the old vote holds no longer', () => {
    const list = reopen().next;
    const [entry] = list.entries;
    const before = notElected('second');
    if (!entry) throw new Error('nobody is reopened');
    const outcome = applyList(list, entry, before, at(systemActor, later));
    expect(outcome?.next).toMatchObject({ stage: 'CommitteeVote', reopenedAt: later, listed: before.listed });
    expect(outcome?.next.ended).toBeUndefined();
    expect(outcome?.events[0]).toMatchObject({
      type: 'voteReopened',
      move: { from: 'Ended', to: 'CommitteeVote' },
      detail: { resolution: '评审委〔2027〕9号', formerEnd: '未达法定多数' },
    });
    const again = outcome?.next ?? before;
    expect(applyList(list, entry, again, at(systemActor, later))).toBeUndefined();
    const first = result([], [before]);
    expect(undecided({ inStage: [again], earlier: [first] })).toEqual([again]);
    const old = first.entries[0];
    expect(old && applyList(first, old, { ...again, lists: [] }, at(systemActor, later))).toBeUndefined();
  });

  it('does not come back itself, nor does anyone who ended otherwise', () => {
    const list = aList('reopenedVote', [{ applicationId: 'x', outcome: 'in', reason: '' }], later, 'lst_r');
    const [entry] = list.entries;
    const withdrawn = voted('x', { stage: 'Withdrawn' });
    for (const of of [upheld('x'), notElected('x', { listed: undefined })])
      expect(refusalBy(() => entry && applyList(list, entry, of, at(systemActor, later)))?.code).toBe(
        'vote.nobody-to-reopen',
      );
    expect(entry && applyList(list, entry, withdrawn, at(systemActor, later))).toBeUndefined();
  });

  it('is in the lifecycle, and the end is an end all the same', () => {
    expect(nextStages('application', 'Ended')).toEqual(['CommitteeVote']);
    expect(isEnd('application', 'Ended')).toBe(true);
  });
});

describe('whoever drops out, in whatever order', () => {
  it('as many places are free as winners dropped out and were not replaced', () => {
    const step = fc.constantFrom('drop', 'replace');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (order) => {
        const places = 3;
        const names = Array.from({ length: 20 }, (_, i) => `a${i}`);
        const stages = new Map<string, Application>(
          names.map((id, i) => [id, i < places ? elected(id) : notElected(id)]),
        );
        const all = () => [...stages.values()];
        const results = [result(all().slice(0, places), all().slice(places))];
        const reopenings: CycleList[] = [];
        let free = 0;
        for (const what of order) {
          const facts = { results, reopenings, applications: all() };
          expect(freedPlaces(facts).map((f) => f.places)).toEqual(free > 0 ? [free] : []);
          const standing = all().find((a) => a.stage === 'AwardNotice');
          if (what === 'drop' && standing) {
            stages.set(standing.applicationId, upheld(standing.applicationId));
            free += 1;
          }
          const chosen = previewReopening(cycle, { ...facts, applications: all() }).items[0];
          if (what === 'replace' && chosen && free > 0) {
            reopenings.push(
              reopenVote(cycle, 'lst_r', resolution(), { ...facts, applications: all() }, at(officer)).next,
            );
            const winner = elected(chosen.applicationId);
            stages.set(chosen.applicationId, winner);
            results.push(result([winner], []));
            free -= 1;
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
