import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Application } from '#domain/application/application';
import { systemActor } from '#domain/actor';
import type { Rules } from '#domain/cycle/rules';
import { rules } from '#domain/cycle/rules';
import type { CycleList } from '#domain/list/list';
import { applyShortlist } from '#domain/ranking/apply-shortlist';
import { pointsText } from '#domain/ranking/points-text';
import { proposeShortlist } from '#domain/ranking/propose-shortlist';
import { fixShortlist, previewShortlist } from '#domain/ranking/shortlist';
import { at, officer, owner } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { aCycleUnderReview, inReview, leader, reported } from '#test/build/review';

const system = at(systemActor);
const app = (id: string, score: number | undefined = 500_000, given: Partial<Application> = {}) =>
  inReview({ applicationId: id, code: id.toUpperCase(), materialReview: reported(score), ...given });
const entry = (applicationId: string, defence = true, onSite = defence, reason?: string) => ({
  applicationId,
  defence,
  onSite,
  ...(reason && { reason }),
});
const gate = (lineMilli: number): Rules['shortlist'] => ({ mode: 'gate', lineMilli });
const rank = (organisations: number, individuals = 0): Rules['shortlist'] => ({
  mode: 'rank',
  organisations,
  individuals,
});
const cycleWith = (shortlist: Rules['shortlist']) => aCycleUnderReview({ rules: rules.parse({ shortlist }) });
const proposals = (applications: Application[], setting: Rules['shortlist']) =>
  proposeShortlist(applications, setting).map((p) => [p.application.code, p.rank, p.proposed]);

describe('what the setting proposes', () => {
  it('by a line: whoever reaches it, to the thousandth of a point', () => {
    expect(proposals([app('a', 599_999), app('b', 600_000), app('c', 900_000)], gate(600_000))).toEqual([
      ['C', 1, 'in'],
      ['B', 2, 'in'],
      ['A', 3, 'out'],
    ]);
  });

  it('by places: the first so many of each kind', () => {
    const person = (id: string, score: number) => app(id, score, { kind: 'individual' });
    const all = [app('a', 1), app('b', 3), app('c', 2), person('x', 1), person('y', 2)];
    expect(proposals(all, rank(2, 1))).toEqual([
      ['B', 1, 'in'],
      ['C', 2, 'in'],
      ['A', 3, 'out'],
      ['Y', 1, 'in'],
      ['X', 2, 'out'],
    ]);
  });

  it('does not part a tie across the last place', () => {
    const shown = proposeShortlist([app('a', 9), app('b', 5), app('c', 5), app('d', 1)], rank(2));
    expect(shown.map((p) => [p.application.code, p.proposed, p.tied, p.atTheEdge])).toEqual([
      ['A', 'in', false, false],
      ['B', undefined, true, true],
      ['C', undefined, true, true],
      ['D', 'out', false, false],
    ]);
  });

  it('takes equal scores that fit as they are', () => {
    const shown = proposeShortlist([app('a', 9), app('b', 5), app('c', 5)], rank(3));
    expect(shown.map((p) => [p.proposed, p.tied, p.atTheEdge])).toEqual([
      ['in', false, false],
      ['in', true, false],
      ['in', true, false],
    ]);
  });

  it('counts the places that earlier lists have given', () => {
    const taken = { organisation: 1, individual: 0 };
    const shown = proposeShortlist([app('a', 9), app('b', 5)], rank(2), taken);
    expect(shown.map((p) => p.proposed)).toEqual(['in', 'out']);
  });

  it('never lets more in than there are places, whatever the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), fc.nat(12), (scores, places) => {
        const shown = proposeShortlist(
          scores.map((s, i) => app(`a${i}`, s)),
          rank(places),
        );
        const letIn = shown.filter((p) => p.proposed === 'in');
        const edge = shown.filter((p) => p.atTheEdge);
        expect(letIn.length).toBeLessThanOrEqual(places);
        expect(letIn.length + edge.length).toBeGreaterThanOrEqual(Math.min(places, scores.length));
        expect(new Set(edge.map((p) => p.scoreMilli)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives its reason in points that are never rounded', () => {
    expect([700_000, 612_500, 612_505, 1_000_000, 5].map(pointsText)).toEqual([
      '700',
      '612.5',
      '612.505',
      '1000',
      '0.005',
    ]);
    expect(proposeShortlist([app('a', 612_500)], gate(620_000))[0]?.reason).toContain('612.5');
  });
});

describe('the shortlist', () => {
  const open = [app('a'), app('b'), app('c', undefined, { materialReview: undefined })];
  const fix = (entries: ReturnType<typeof entry>[], earlier: CycleList[] = [], actor = officer, shortlist = gate(0)) =>
    fixShortlist(cycleWith(shortlist), 'lst_1', entries, { inStage: open, earlier }, at(actor));

  it('is previewed best first, saying which reports are missing', () => {
    const shown = previewShortlist(cycleWith(gate(400_000)), {
      inStage: [app('a', 1), open[2] as Application, app('b')],
      earlier: [],
    }).items;
    expect(shown.map((i) => [i.code, i.hasReport, 'proposed' in i ? i.proposed : '-'])).toEqual([
      ['B', true, 'in'],
      ['A', true, 'out'],
      ['C', false, '-'],
    ]);
  });

  it('keeps the reason of the proposal for whoever is decided as proposed', () => {
    const { next, events } = fix([entry('a'), entry('b')]);
    expect(next.entries.map((e) => [e.outcome, e.reason.includes('入围线'), e.departs])).toEqual([
      ['in', true, undefined],
      ['in', true, undefined],
    ]);
    expect(next.facts.letIn).toEqual({ organisation: 2, individual: 0 });
    expect(events).toEqual([{ type: 'listFixed', detail: { kind: 'shortlist', listId: 'lst_1', departing: 0 } }]);
  });

  it('departs from the proposal only by a reason of the office', () => {
    expect(refusalBy(() => fix([entry('a'), entry('b', false)]))).toEqual({
      code: 'shortlist.reason-missing',
      detail: { applications: ['B'] },
    });
    const copied = previewShortlist(cycleWith(gate(0)), { inStage: open, earlier: [] }).items[1];
    const reason = String(copied && 'reason' in copied ? copied.reason : '');
    expect(refusalBy(() => fix([entry('a'), entry('b', false, false, reason)]))?.code).toBe('shortlist.reason-missing');
    const { next, events } = fix([entry('a'), entry('b', false, false, '关键结果无法证实')]);
    expect(next.entries[1]).toMatchObject({ outcome: 'out', reason: '关键结果无法证实', departs: true });
    expect(events[0]?.detail?.departing).toBe(1);
  });

  it('takes a defence without an on-site review for a departure too', () => {
    expect(refusalBy(() => fix([entry('a'), entry('b', true, false)]))?.code).toBe('shortlist.reason-missing');
    expect(refusalBy(() => fix([entry('a'), entry('b', true, false, '待答辩后再定')]))).toBeUndefined();
  });

  it('demands a reason for each of a tie across the last place', () => {
    const inStage = open.slice(0, 2);
    const tie = (...entries: ReturnType<typeof entry>[]) =>
      fixShortlist(cycleWith(rank(1)), 'lst_1', entries, { inStage, earlier: [] }, at(officer));
    expect(refusalBy(() => tie(entry('a'), entry('b', false)))?.detail).toEqual({ applications: ['A', 'B'] });
    const own = tie(entry('a', true, true, '结果类条款更优'), entry('b', false, false, '结果类条款较弱'));
    expect(own.next.entries.map((e) => e.outcome)).toEqual(['in', 'out']);
  });

  it('waits for every report where places are counted', () => {
    const counted = () => fix([entry('a'), entry('b')], [], officer, rank(2));
    expect(refusalBy(counted)).toEqual({ code: 'shortlist.report-missing', detail: { applications: ['C'] } });
  });

  it.each([
    ['leaves someone out in silence', [entry('a')], 'list.not-named', ['B']],
    ['names someone twice', [entry('a'), entry('b'), entry('a')], 'list.named-twice', ['A']],
    ['names someone of another stage', [entry('a'), entry('b'), entry('x')], 'list.not-in-stage', ['x']],
    ['names someone without a report', [entry('a'), entry('b'), entry('c')], 'shortlist.report-missing', ['C']],
    [
      'sends someone on site without a defence',
      [entry('a', false, true, '理由'), entry('b')],
      'shortlist.on-site-without-defence',
      ['A'],
    ],
  ])('is refused when it %s', (_, entries, code, applications) => {
    expect(refusalBy(() => fix(entries))).toEqual({ code, detail: { applications } });
  });

  it('does not decide again what an earlier list decided', () => {
    const first = fix([entry('a'), entry('b')]).next;
    expect(refusalBy(() => fix([entry('a'), entry('b')], [first]))?.code).toBe('list.not-in-stage');
  });

  it('may let nobody pass: better vacant than weak', () => {
    const none = fix([entry('a', false), entry('b', false)], [], officer, gate(900_000));
    expect(none.next.entries.every((e) => e.outcome === 'out')).toBe(true);
  });

  it('is the office’s', () => {
    for (const other of [leader, owner])
      expect(refusalBy(() => fix([entry('a'), entry('b')], [], other))?.code).toBe('person.role-missing');
  });

  it('moves who is in to the defence; who is out stays until the report is delivered', () => {
    const { next: list } = fix([entry('a', true, false, '待答辩'), entry('b', false, false, '理由')]);
    const [inEntry, outEntry] = list.entries;
    if (!inEntry || !outEntry) throw new Error('two entries');
    const a = applyShortlist(app('a'), list, inEntry, system).next;
    expect(a).toMatchObject({ stage: 'Defence', shortlisting: { defence: true, onSite: false, listId: 'lst_1' } });
    const b = applyShortlist(app('b'), list, outEntry, system);
    expect(b.next).toMatchObject({ stage: 'MaterialReview', shortlisting: { defence: false, reason: '理由' } });
    expect(b.next.materialReview?.delivery).toBeUndefined();
    expect(b.events).toEqual([{ type: 'notShortlisted', detail: { listId: 'lst_1', reason: '理由' } }]);
  });
});
