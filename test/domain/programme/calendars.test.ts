import { describe, expect, it } from 'vitest';
import { publishedCalendars } from '#domain/calendar/published';
import type { CalendarYear } from '#domain/calendar/working-days';
import { calendarFile, loadCalendar } from '#domain/programme/calendars';
import type { Programme } from '#domain/programme/programme';
import { addRuleSet } from '#domain/programme/rule-set';
import { at } from '#test/build/an-application';
import { administrator, aProgramme } from '#test/build/cycle';
import { refusalBy } from '#test/build/refused';

const empty = aProgramme({ calendars: [] });
const a2026 = publishedCalendars.find((c) => c.year === 2026) as CalendarYear;
const load = (year: CalendarYear, to: Programme = empty, reason?: string) =>
  loadCalendar(to, { ...year, reason }, at(administrator));

describe('a calendar', () => {
  it.each(publishedCalendars.map((c) => [c.year, c] as const))('of %i as published is loaded', (_, year) => {
    expect(load(year).next.calendars).toMatchObject([{ year: year.year, revision: 1 }]);
  });

  it.each<[string, Partial<CalendarYear>, string, string[]]>([
    ['a date of another year', { holidays: ['2027-01-01', '2026-01-01'] }, 'calendar.other-year', ['2027-01-01']],
    ['a shifted day of another year', { shiftedWorkingDays: ['2025-12-28'] }, 'calendar.other-year', ['2025-12-28']],
    ['a shifted weekday', { shiftedWorkingDays: ['2026-01-05'] }, 'calendar.shifted-on-weekday', ['2026-01-05']],
    [
      'a day both off and worked',
      { holidays: ['2026-01-04'], shiftedWorkingDays: ['2026-01-04'] },
      'calendar.holiday-and-shifted',
      ['2026-01-04'],
    ],
    ['a date twice', { holidays: ['2026-01-01', '2026-01-01'] }, 'calendar.date-twice', ['2026-01-01']],
  ])('with %s is refused', (_, given, code, dates) => {
    expect(refusalBy(() => load({ ...a2026, ...given }))).toEqual({ code, detail: { year: 2026, dates } });
  });

  it('says where it comes from', () => {
    const { year: _, ...file } = a2026;
    expect(calendarFile.safeParse(file).success).toBe(true);
    expect(calendarFile.safeParse({ ...file, source: '' }).success).toBe(false);
    expect(calendarFile.safeParse({ ...file, holidays: ['2026-02-30'] }).success).toBe(false);
  });

  it('is replaced for a reason; the revision before is kept', () => {
    const loaded = load(a2026).next;
    const changed = { ...a2026, holidays: [...a2026.holidays, '2026-02-24'] };
    expect(refusalBy(() => load(changed, loaded))?.code).toBe('calendar.reason-missing');
    expect(refusalBy(() => load(a2026, loaded, '再录'))?.code).toBe('calendar.same');
    const { next, events } = load(changed, loaded, '国务院延长春节假期');
    expect(next.calendars).toMatchObject([{ year: 2026, revision: 2, reason: '国务院延长春节假期' }]);
    expect(next.earlierCalendars).toMatchObject([{ year: 2026, revision: 1, holidays: a2026.holidays }]);
    expect(events).toMatchObject([{ type: 'calendarReplaced', detail: { year: 2026, revision: 2 } }]);
  });
});

describe('a rule set', () => {
  const revision = {
    title: '管理办法(2026年修订)',
    documentNumber: '昆政发〔2026〕9号',
    legalBasis: '质量强国建设纲要',
    issuedOn: '2027-03-01',
    effectiveOn: '2027-04-01',
  };

  it('is added as the next version', () => {
    const { next } = addRuleSet(aProgramme(), revision, at(administrator));
    expect(next.ruleSets.map((r) => [r.version, r.documentNumber])).toEqual([
      [1, '昆政发〔2020〕1号'],
      [2, '昆政发〔2026〕9号'],
    ]);
  });

  it.each([
    ['a document that is a version already', { documentNumber: '昆政发〔2020〕1号' }, 'rule-set.exists'],
    ['a document dated tomorrow', { issuedOn: '2027-03-02' }, 'rule-set.not-issued'],
  ])('is refused for %s', (_, given, code) => {
    expect(refusalBy(() => addRuleSet(aProgramme(), { ...revision, ...given }, at(administrator)))?.code).toBe(code);
  });
});
