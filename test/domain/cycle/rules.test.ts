import { describe, expect, it } from 'vitest';
import { rules } from '#domain/cycle/rules';

const given = (some: Record<string, unknown>) => rules.safeParse(some).success;

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
