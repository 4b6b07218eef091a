import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import type { CycleList, ListEntry } from '#domain/list/list';
import { differs } from '#domain/recomputation/comparison';
import type { StoredCase } from '#domain/recomputation/recompute-case';
import { recomputeCase } from '#domain/recomputation/recompute-case';
import { recomputeList, recomputeMeeting } from '#domain/recomputation/recompute-list';
import { aCountedCase, aRanking, listedAt, rankedCycle } from '#test/build/a-ranking';
import { aMeeting, anOrganisation } from '#test/build/meeting';
import { filled, handedIn } from '#test/build/review';

/** The second and the third are equal. */
const cases = [
  aCountedCase('a', { sheets: [70, 75], defence: [801, 700], onSite: 80 }),
  aCountedCase('b', { sheets: [60, 60], defence: [700, 700], onSite: 70 }),
  aCountedCase('c', { sheets: [60, 60], defence: [700, 700], onSite: 70 }),
];
const lists = aRanking(cases);

const recomputed = (stored: readonly StoredCase[], { shortlist, recommended } = lists) => {
  const ranking = [shortlist, recommended];
  const again = new Map(stored.map((c) => [c.application.applicationId, recomputeCase(c, ranking, rankedCycle.rules)]));
  return [
    ...[...again.values()].flatMap((c) => c.comparisons),
    ...ranking.flatMap((list) => recomputeList(list, again)),
    ...recomputeMeeting(
      aMeeting(3, 3, {
        startsAt: '2027-04-01T01:00:00.000Z',
        candidates: [anOrganisation('a', { compositeMilli: 785_150 })],
      }),
      [recommended],
      again,
    ),
  ];
};
const wrong = (...of: Parameters<typeof recomputed>) =>
  recomputed(...of)
    .filter(differs)
    .map(({ of: code, number, stored, again }) => [code, number, stored, again]);

/** The cases with something of the first one changed. */
const changed = (change: (of: Application) => Partial<Application>, sheets = cases[0]!.sheets): StoredCase[] => {
  const [first, ...others] = cases;
  return [{ ...first!, sheets, application: { ...first!.application, ...change(first!.application) } }, ...others];
};
const entry = (list: CycleList, change: Partial<ListEntry>): CycleList => ({
  ...list,
  entries: list.entries.map((e, i) => (i === 0 ? { ...e, ...change } : e)),
});

describe('computed again from the sheets', () => {
  it('everything comes out as it is stored', () => {
    expect(wrong(cases)).toEqual([]);
    expect(recomputed(cases).length).toBeGreaterThan(100);
  });

  it('the totals are those of the worked example', () => {
    // Mean of 70 and 75 is 75 by steps; 750 points. Defence 750.5, on site 800: 0.7 × 800 + 0.3 × 750.5 = 785.15.
    const { entries } = lists.recommended;
    expect(entries.map((e) => [e.compositeMilli, e.rank, e.tied])).toEqual([
      [785_150, 1, false],
      [700_000, 2, true],
      [700_000, 2, true],
    ]);
    expect(lists.shortlist.entries.map((e) => [e.scoreMilli, e.rank, e.tied])).toEqual([
      [750_000, 1, false],
      [600_000, 2, true],
      [600_000, 2, true],
    ]);
  });

  it.each<[string, (of: Application) => Partial<Application>, unknown[][]]>([
    [
      'the score of a report',
      ({ materialReview }) => ({ materialReview: { ...materialReview!, scoreMilli: 750_001 } }),
      [['A', 'materialReview.scoreMilli', 750_001, 750_000]],
    ],
    [
      'an item of a report that the panel did not agree on',
      ({ materialReview: of }) => ({
        materialReview: {
          ...of!,
          scoreMilli: 752_000,
          items: of!.items.map((i) => (i.code === '4.2.2' ? { ...i, percentage: 80 } : i)),
        },
      }),
      [
        ['A', 'materialReview.4.2.2', 80, 75],
        ['A', 'shortlist.scoreMilli', 750_000, 752_000],
      ],
    ],
    [
      'the points of a defence',
      ({ defence }) => ({
        defence: { ...defence!, scores: defence!.scores.map((s, i) => (i === 0 ? { ...s, points: 901 } : s)) },
      }),
      [
        ['A', 'defence.scores.0', 901, 801],
        ['A', 'recommendedList.compositeMilli', 785_150, 800_150],
        ['A', 'meeting.compositeMilli', 785_150, 800_150],
      ],
    ],
    [
      'the score on site',
      ({ onSite }) => ({ onSite: { report: { ...onSite!.report!, scoreMilli: 800_010 } } }),
      [
        ['A', 'onSite.scoreMilli', 800_010, 800_000],
        ['A', 'recommendedList.compositeMilli', 785_150, 785_157],
        ['A', 'meeting.compositeMilli', 785_150, 785_157],
      ],
    ],
    [
      'what the application says of the list',
      () => ({
        listed: { listId: 'lst_recommended', compositeMilli: 1, award: 'qualityAward', reason: '', at: listedAt },
      }),
      [['A', 'listed.compositeMilli', 1, 785_150]],
    ],
  ])('%s shows when it was changed', (_, change, differences) => {
    expect(wrong(changed(change))).toEqual(differences);
  });

  it.each<[string, Partial<ListEntry>, unknown[]]>([
    ['a composite score', { compositeMilli: 785_149 }, ['A', 'recommendedList.compositeMilli', 785_149, 785_150]],
    ['a rank', { rank: 2 }, ['A', 'recommendedList.rank', 2, 1]],
    ['a tie', { tied: true }, ['A', 'recommendedList.tied', true, false]],
  ])('%s of the list shows when it was changed', (_, change, difference) => {
    expect(wrong(cases, { ...lists, recommended: entry(lists.recommended, change) })).toEqual([difference]);
  });

  it('a sheet that was void before the report does not count, and shows where it did', () => {
    const [own, other] = cases[0]!.sheets;
    const voided = { at: '2027-02-22T00:00:00.000Z', because: 'conflict' as const };
    const found = wrong(changed(() => ({}), [own!, { ...other!, voided }]));
    expect(found[0]).toEqual(['A', 'materialReview.sheets', 'a~leader a~member', 'a~leader']);
    expect(found[1]).toEqual(['A', 'materialReview.4.1.2', 75, 70]);
  });

  it('agreement is demanded where the sheets are far apart', () => {
    const sheets = [handedIn('leader', filled(60)), handedIn('member', filled(85))];
    const apart = sheets.map((s) => ({ ...s, reviewId: `a~${s.assessorId}` }));
    expect(wrong(changed(() => ({}), apart))).toContainEqual(['A', 'materialReview.4.1.2.consensus', false, true]);
  });

  it('a score voided after the list still counted for it; one voided before never does', () => {
    const conflict = (voidedAt: string) =>
      changed(({ panel, defence }) => ({
        panel: { ...panel!, assessorIds: ['leader'] },
        defence: {
          ...defence!,
          scores: defence!.scores.map((s) => (s.assessorId === 'member' ? { ...s, voidedAt } : s)),
        },
      }));
    expect(wrong(conflict('2027-03-20T00:00:00.000Z'))).toEqual([]);
    expect(wrong(conflict('2027-03-02T00:00:00.000Z'))).toEqual([
      ['A', 'recommendedList.compositeMilli', 785_150, 800_300],
      ['A', 'meeting.compositeMilli', 785_150, 800_300],
    ]);
  });

  it('a list goes by the visit of its time, though a conflict set it aside and the score came out otherwise', () => {
    const former = cases[0]!.application.onSite!;
    const report = { ...former.report!, scoreMilli: 400_000, at: '2027-03-25T00:00:00.000Z' };
    const items = report.items.map((i) => ({ ...i, percentage: 40 }));
    for (const onSite of [undefined, { report: { ...report, items } }]) {
      const [first, ...others] = changed(() => ({ onSite }));
      expect(wrong([{ ...first!, formerVisits: [former] }, ...others])).toEqual([]);
      expect(wrong([first!, ...others])).not.toEqual([]);
    }
  });

  it('a list goes by the report of its time, though that was set aside and done again later', () => {
    const again = changed(({ materialReview }) => ({
      materialReview: { ...materialReview!, at: '2027-03-02T00:00:00.000Z' },
    }));
    const former = cases[0]!.application.materialReview!;
    expect(wrong([{ ...again[0]!, formerReports: [former] }, ...again.slice(1)])).toEqual([]);
  });
});
