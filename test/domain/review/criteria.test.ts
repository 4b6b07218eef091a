import { describe, expect, it } from 'vitest';
import { builtInEditions } from '#domain/review/criteria/built-in';
import { itemsOf } from '#domain/review/criteria/criteria';
import type { editionFile } from '#domain/review/criteria/edition';
import { loadEdition, pinEdition } from '#domain/review/criteria/edition';
import { meanInSteps, percentage, scoreMilli, spread } from '#domain/review/score';
import type * as z from 'zod';
import { at, programmeId, someone } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { filled } from '#test/build/review';

type File = z.infer<typeof editionFile>;
const administrator = at(someone('admin', 'administrator'));
const load = (file: File) => loadEdition(programmeId, 'crt_1', file, administrator);
const { organisation, individual } = builtInEditions;
const [category = { code: 'G', zh: '', en: '', items: [] }] = individual.categories;
const withItems = (...items: { code: string; points: number }[]): File => ({
  ...individual,
  categories: [{ ...category, items: items.map((i) => ({ zh: '项', en: 'item', scoredBy: 'process', ...i })) }],
});

describe('the built-in criteria', () => {
  it.each([
    ['organisation', 7, 23],
    ['individual', 1, 5],
  ] as const)('of an %s have %i categories and %i items that make 1000 points', (kind, categories, items) => {
    const { next } = load(builtInEditions[kind]);
    expect(next.categories).toHaveLength(categories);
    expect(itemsOf(next)).toHaveLength(items);
    expect(itemsOf(next).reduce((sum, i) => sum + i.points, 0)).toBe(1000);
  });

  it('weigh the categories as the standard lists them', () => {
    const points = organisation.categories.map((c) => c.items.reduce((sum, i) => sum + i.points, 0));
    expect(points).toEqual([110, 90, 90, 130, 100, 80, 400]);
  });

  it('are scored by results in 4.7 alone', () => {
    const results = organisation.categories.flatMap((c) => c.items).filter((i) => i.scoredBy === 'result');
    expect(results.map((i) => i.code)).toEqual(['4.7.2', '4.7.3', '4.7.4', '4.7.5', '4.7.6', '4.7.7']);
  });
});

describe('an edition', () => {
  it.each([
    ['of 999 points', withItems({ code: 'G.1', points: 999 }), 'criteria.points-wrong', { sum: 999, total: 1000 }],
    [
      'of 1001 points',
      withItems({ code: 'G.1', points: 500 }, { code: 'G.2', points: 501 }),
      'criteria.points-wrong',
      { sum: 1001, total: 1000 },
    ],
    [
      'with a code twice',
      withItems({ code: 'G.1', points: 500 }, { code: 'G.1', points: 500 }),
      'criteria.codes-twice',
      { codes: ['G.1'] },
    ],
    [
      "with an item of its category's code",
      withItems({ code: 'G.1', points: 500 }, { code: category.code, points: 500 }),
      'criteria.codes-twice',
      { codes: [category.code] },
    ],
    [
      'with more items than can be scored',
      {
        ...individual,
        categories: ['A', 'B'].map((c) => ({
          ...category,
          code: c,
          items: Array.from({ length: 40 }, (_, i) => ({
            code: `${c}.${i}`,
            points: i ? 1 : 461,
            zh: '项',
            en: 'item',
            scoredBy: 'process' as const,
          })),
        })),
      },
      'criteria.too-many-items',
      { count: 80, most: 60 },
    ],
  ] as const)('%s is refused', (_, file, code, detail) => {
    expect(refusalBy(() => load(file as File))).toEqual({ code, detail });
  });

  it('is loaded with the name, the kind and who loaded it', () => {
    const { next, events } = load(withItems({ code: 'G.1', points: 1000 }));
    expect(next).toMatchObject({ editionId: 'crt_1', kind: 'individual', loadedBy: 'admin', programmeId });
    expect(events).toEqual([{ type: 'criteriaLoaded', detail: { kind: 'individual', edition: individual.edition } }]);
  });

  it('is named by a cycle for its own kind and in its own programme only', () => {
    const { next } = load(organisation);
    expect(pinEdition(next, 'organisation', programmeId)).toEqual({ editionId: 'crt_1', edition: 'GB/T 19580-2012' });
    expect(refusalBy(() => pinEdition(next, 'individual', programmeId))?.code).toBe('criteria.not-of-kind');
    expect(refusalBy(() => pinEdition(next, 'organisation', 'another'))?.code).toBe('record.not-found');
  });
});

describe('a score', () => {
  it.each([
    [0, 0],
    [100, 1_000_000],
    [50, 500_000],
    [65, 650_000],
  ])('of %i % on every item is %i thousandths of a point', (all, milli) => {
    expect(scoreMilli(organisation, filled(all))).toBe(milli);
  });

  it('adds up item by item without rounding', () => {
    // 15 points × 35 % = 5.25, 10 × 5 % = 0.5, all else nothing.
    expect(scoreMilli(organisation, filled(0, { '4.4.3': 35, '4.4.6': 5 }))).toBe(5750);
  });

  it('goes by the edition it is given: 333 points × 35 % are 116.55', () => {
    const own = withItems({ code: 'X.1', points: 333 }, { code: 'X.2', points: 667 });
    expect(scoreMilli(own, [{ code: 'X.1', percentage: 35 }])).toBe(116_550);
  });

  it('is given in steps of 5 percent', () => {
    expect([0, 5, 95, 100].every((p) => percentage.safeParse(p).success)).toBe(true);
    expect([-5, 3, 52, 105, 12.5].some((p) => percentage.safeParse(p).success)).toBe(false);
  });

  it.each([
    [[50, 50], 50],
    [[50, 55], 55],
    [[50, 50, 55], 50],
    [[50, 55, 55], 55],
    [[0, 0, 5], 0],
    [[100, 100, 95], 100],
    [[40, 45, 50, 60], 50],
  ])('of sheets %j has the mean %i, rounded to 5 and half a step up', (percentages, mean) => {
    expect(meanInSteps(percentages)).toBe(mean);
  });

  it('spreads from the lowest to the highest', () => {
    expect(spread([45, 70, 50])).toBe(25);
  });
});
