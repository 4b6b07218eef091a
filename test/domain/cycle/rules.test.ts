import { describe, expect, it } from 'vitest';
import { rules } from '#domain/cycle/rules';
import { usualLimits } from '#domain/document/limits';

const given = (some: Record<string, unknown>) => rules.safeParse(some).success;

const limits = (megabytes: object, more: object = {}) => ({
  ...usualLimits,
  ...more,
  megabytes: { ...usualLimits.megabytes, ...megabytes },
});

describe('the settings of a cycle', () => {
  it('all have a default, but for the passing line, which is none', () => {
    expect(rules.parse({})).toMatchObject({ noticeDays: { count: 5, unit: 'workingDays' }, banYears: 5, panelSize: 5 });
    expect(rules.parse({}).passingLineMilli).toBeUndefined();
  });

  it.each([
    [{ noticeDays: { count: 5, unit: 'workingDays' } }, true],
    [{ noticeDays: { count: 4, unit: 'workingDays' } }, false],
    [{ noticeDays: { count: 7, unit: 'calendarDays' } }, true],
    [{ noticeDays: { count: 6, unit: 'calendarDays' } }, false],
    [{ weights: { onSite: 60, defence: 40 } }, true],
    [{ weights: { onSite: 60, defence: 30 } }, false],
    [{ quorum: [9, 9] }, true],
    [{ quorum: [4, 3] }, false],
    [{ quorum: [0, 3] }, false],
    [{ panelSize: 3 }, true],
    [{ panelSize: 2 }, false],
    [{ panelSize: 8 }, false],
    [{ passingLineMilli: 620_000 }, true],
    [{ passingLineMilli: 1_000_001 }, false],
    [{ exclusionsForIndividuals: [] }, true],
    [{ exclusionsForIndividuals: [8] }, false],
    [{ exclusionsForIndividuals: [3, 3] }, false],
    [{ shortlist: { mode: 'rank', organisations: 12, individuals: 4 } }, true],
    [{ shortlist: { mode: 'rank' } }, false],
    [{ banYears: 4 }, false],
    [{ fileLimits: limits({}) }, true],
    [{ fileLimits: limits({ 'application/pdf': 100 }) }, true],
    [{ fileLimits: limits({ 'application/pdf': 101 }) }, false],
    [{ fileLimits: limits({ 'image/png': 0 }) }, false],
    [{ fileLimits: limits({ 'application/pdf': 50 }, { totalMegabytes: 49 }) }, false],
    [{ fileLimits: limits({}, { totalMegabytes: 2001 }) }, false],
    [{ fileLimits: limits({}, { files: 201 }) }, false],
    [{ fileLimits: { totalMegabytes: 500, files: 100 } }, false],
    [{ retentionYears: 9 }, false],
  ])('%j fits: %s', (some, fits) => {
    expect(given(some)).toBe(fits);
  });

  it.each([
    ['03-31', true],
    ['02-28', true],
    ['02-29', false],
    ['04-31', false],
    ['13-01', false],
  ])('a yearly report can be due on %s: %s', (dueMonthDay, fits) => {
    const annualReports = { ...rules.parse({}).annualReports, dueMonthDay };
    expect(given({ annualReports })).toBe(fits);
  });
});
