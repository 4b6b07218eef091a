import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import { systemActor } from '#domain/actor';
import type { CycleList } from '#domain/list/list';
import { applyRecommendedList } from '#domain/ranking/apply-recommended-list';
import { compositeMilli } from '#domain/ranking/composite';
import { ranked } from '#domain/ranking/ranked';
import { fixRecommendedList, previewRecommendedList } from '#domain/ranking/recommended-list';
import { at, officer } from '#test/build/an-application';
import { anOnSiteReport } from '#test/build/on-site';
import { refusalBy } from '#test/build/refused';
import { aCycleUnderReview, inReview, leader, reported } from '#test/build/review';

const cycle = aCycleUnderReview();
const system = at(systemActor);
const app = (id: string, given: Partial<Application> = {}) =>
  inReview({ applicationId: id, code: id.toUpperCase(), materialReview: reported(), ...given });
const decide = (list: { next: CycleList }, id: string) => {
  const found = list.next.entries.find((e) => e.applicationId === id);
  if (!found) throw new Error(`${id} is not on the list`);
  return found;
};

const scored = (id: string, defence: number[], onSite: number | undefined, given: Partial<Application> = {}) => {
  const ids = defence.map((_, i) => `assessor_${i}`);
  const now = '2027-03-01T00:00:00.000Z';
  return app(id, {
    stage: 'Recommendation',
    panel: { leaderId: 'assessor_0', assessorIds: ids, formedAt: now },
    defence: { scores: defence.map((points, i) => ({ assessorId: `assessor_${i}`, points, at: now })) },
    onSite: onSite === undefined ? {} : { report: anOnSiteReport(onSite * 1000) },
    ...given,
  });
};
const weights = { onSite: 70, defence: 30 };

describe('the composite score', () => {
  it.each([
    [[1000, 1000], 1000, 1_000_000],
    [[0], 0, 0],
    [[800, 700], 900, 855_000],
    [[801, 700], 900, 855_150],
    // 70 × 900 + 30 × 2101/3 = 84,010 hundredths.
    [[700, 700, 701], 900, 840_100],
    // 30 × 1/7 hundredths = 42.857… thousandths, rounded up.
    [[1, 0, 0, 0, 0, 0, 0], 0, 43],
  ])('of a defence %j and %i points on site is %i thousandths', (defence, onSite, milli) => {
    expect(compositeMilli(scored('a', defence, onSite), weights)).toBe(milli);
  });

  it('is not there while a part is missing', () => {
    expect(compositeMilli(scored('a', [], 900), weights)).toBeUndefined();
    expect(compositeMilli(scored('a', [800], undefined), weights)).toBeUndefined();
  });

  it('follows the weights of the cycle', () => {
    expect(compositeMilli(scored('a', [800], 900), { onSite: 40, defence: 60 })).toBe(840_000);
  });
});

describe('the ranking', () => {
  const quotas = {
    qualityAward: { organisation: 2, individual: 1 },
    nominationAward: { organisation: 2, individual: 0 },
  };
  const proposals = (points: number[], given: Partial<Application> = {}) =>
    ranked(
      points.map((p, i) => scored(`a${i}`, [p], p, given)),
      { weights, quotas },
    ).map((r) => [r.rank, r.proposed]);

  it('proposes the higher award first, within the quotas', () => {
    expect(proposals([500, 900, 800, 700, 600])).toEqual([
      [1, 'qualityAward'],
      [2, 'qualityAward'],
      [3, 'nominationAward'],
      [4, 'nominationAward'],
      [5, null],
    ]);
  });

  it('does not part equal scores at the edge of a quota', () => {
    expect(proposals([900, 800, 800, 700])).toEqual([
      [1, 'qualityAward'],
      [2, 'nominationAward'],
      [2, 'nominationAward'],
      [4, null],
    ]);
  });

  it.each([
    [700_000, ['qualityAward', 'qualityAward', 'nominationAward']],
    [700_001, ['qualityAward', 'qualityAward', null]],
    [900_001, [null, null, null]],
  ])('proposes nobody below a passing line of %i thousandths', (passingLineMilli, awards) => {
    const all = [700, 900, 800].map((p, i) => scored(`a${i}`, [p], p));
    expect(ranked(all, { weights, quotas, passingLineMilli }).map((r) => r.proposed)).toEqual(awards);
  });

  it('is made per kind', () => {
    expect(proposals([900, 800], { kind: 'individual' })).toEqual([
      [1, 'qualityAward'],
      [2, null],
    ]);
    const mixed = ranked([scored('z', [500], 500), scored('g', [900], 900, { kind: 'individual' })], {
      weights,
      quotas,
    });
    expect(mixed.map((r) => r.rank)).toEqual([1, 1]);
  });
});

describe('the recommended list', () => {
  const open = [scored('a', [800], 900), scored('b', [600], 500)];
  const propose = (applicationId: string, award: 'qualityAward' | 'nominationAward' | null) => ({
    applicationId,
    award,
    reason: '理由',
  });
  const fix = (entries: ReturnType<typeof propose>[], inStage = open, actor = officer, owed: Application[] = []) =>
    fixRecommendedList(cycle, 'lst_2', entries, { inStage, earlier: [], owedReports: owed }, at(actor));

  it('is previewed with those still under way', () => {
    const shown = previewRecommendedList(cycle, open, [app('c')]);
    expect(shown.items.map((i) => [i.code, i.rank, i.compositeMilli, i.proposed])).toEqual([
      ['A', 1, 870_000, 'qualityAward'],
      ['B', 2, 530_000, 'qualityAward'],
    ]);
    expect(shown.underWay.map((u) => u.code)).toEqual(['C']);
  });

  it('recommends nobody below the passing line of the cycle, and may still name them as out', () => {
    const strict = { ...cycle, rules: { ...cycle.rules, passingLineMilli: 530_001 } };
    const fixed = (award: 'qualityAward' | null) =>
      fixRecommendedList(
        strict,
        'lst_2',
        [propose('a', 'qualityAward'), propose('b', award)],
        { inStage: open, earlier: [], owedReports: [] },
        at(officer),
      );
    expect(refusalBy(() => fixed('qualityAward'))).toEqual({
      code: 'recommended.below-line',
      detail: { applications: ['B'] },
    });
    expect(fixed(null).next.entries).toHaveLength(2);
  });

  it('takes the award and the reason from the office, score and rank from the record', () => {
    const { next } = fix([propose('a', 'qualityAward'), propose('b', null)]);
    expect(next.entries).toEqual([
      {
        applicationId: 'a',
        outcome: 'in',
        award: 'qualityAward',
        reason: '理由',
        compositeMilli: 870_000,
        rank: 1,
        tied: false,
      },
      { applicationId: 'b', outcome: 'out', reason: '理由', compositeMilli: 530_000, rank: 2, tied: false },
    ]);
  });

  it.each([
    ['leaves someone out in silence', [propose('a', null)], open, 'list.not-named'],
    ['names someone twice', [propose('a', null), propose('b', null), propose('b', null)], open, 'list.named-twice'],
    ['is empty', [], [], 'list.empty'],
    ['has no score for someone', [propose('a', null)], [scored('a', [800], undefined)], 'recommended.scores-missing'],
  ])('is refused when it %s', (_, entries, inStage, code) => {
    expect(refusalBy(() => fix(entries, inStage))?.code).toBe(code);
  });

  it('is not drawn up while someone who is out has not got the report', () => {
    const both = [propose('a', null), propose('b', null)];
    expect(refusalBy(() => fix(both, open, officer, [app('c')]))).toEqual({
      code: 'report.deliveries-missing',
      detail: { applications: ['C'] },
    });
    expect(refusalBy(() => fix(both))).toBeUndefined();
  });

  it('is the office’s', () => {
    expect(refusalBy(() => fix([propose('a', null), propose('b', null)], open, leader))?.code).toBe(
      'person.role-missing',
    );
  });

  it('brings who is on it before the committee and ends who is not, with the reason', () => {
    const list = fix([propose('a', 'nominationAward'), propose('b', null)]);
    const a = applyRecommendedList(open[0]!, list.next, decide(list, 'a'), system).next;
    expect(a).toMatchObject({
      stage: 'CommitteeVote',
      listed: { listId: 'lst_2', award: 'nominationAward', compositeMilli: 870_000, reason: '理由' },
    });
    const b = applyRecommendedList(open[1]!, list.next, decide(list, 'b'), system);
    expect(b.next).toMatchObject({ stage: 'Ended', ended: { stage: 'Recommendation', article: 'A20' } });
    expect(b.next.listed).toBeUndefined();
    expect(b.events[0]).toMatchObject({ type: 'notRecommended', move: { to: 'Ended' } });
  });
});
