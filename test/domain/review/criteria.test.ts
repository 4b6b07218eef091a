import { describe, expect, it } from 'vitest';
import { criteria, criteriaFor, itemsOf } from '#domain/review/criteria/criteria';
import { meanInSteps, percentage, scoreMilli, spread } from '#domain/review/score';
import { filled } from '#test/build/review';

describe('the criteria', () => {
  it.each([
    ['organisation', 7, 23],
    ['individual', 1, 5],
  ] as const)('of an %s have %i categories and %i items that make 1000 points', (kind, categories, items) => {
    const of = criteriaFor(kind);
    expect(of.categories).toHaveLength(categories);
    expect(itemsOf(of)).toHaveLength(items);
    expect(itemsOf(of).reduce((sum, i) => sum + i.points, 0)).toBe(1000);
  });

  it('weigh the categories as the regulation lists them', () => {
    const points = criteriaFor('organisation').categories.map((c) => c.items.reduce((sum, i) => sum + i.points, 0));
    expect(points).toEqual([110, 90, 90, 130, 100, 80, 400]);
  });

  it('are refused as data when the points do not make 1000 or a code comes twice', () => {
    const of = criteriaFor('individual');
    const items = of.categories[0]?.items ?? [];
    const withItems = (changed: typeof items) => ({ ...of, categories: [{ ...of.categories[0], items: changed }] });
    expect(criteria.safeParse(withItems(items)).success).toBe(true);
    expect(criteria.safeParse(withItems(items.slice(1))).success).toBe(false);
    expect(criteria.safeParse(withItems(items.map((i) => ({ ...i, code: 'G.1' })))).success).toBe(false);
  });
});

describe('a score', () => {
  it.each([
    [0, 0],
    [100, 1_000_000],
    [50, 500_000],
    [65, 650_000],
  ])('of %i % on every item is %i thousandths of a point', (all, milli) => {
    expect(scoreMilli(criteriaFor('organisation'), filled(all))).toBe(milli);
  });

  it('adds up item by item without rounding', () => {
    // 15 points × 35 % = 5.25, 10 × 5 % = 0.5, all else nothing.
    expect(scoreMilli(criteriaFor('organisation'), filled(0, { '4.4.3': 35, '4.4.6': 5 }))).toBe(5750);
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
