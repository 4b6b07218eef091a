import { describe, expect, it } from 'vitest';
import { declareConflict } from '#domain/conflict/declare';
import { handInPanelReport } from '#domain/review/panel-report';
import type { PanelReport } from '#domain/review/panel-report';
import type { Review } from '#domain/review/review';
import { at, officer } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import {
  aPanelReport,
  aSheet,
  criteria,
  filled,
  handedIn,
  inReview,
  leader,
  member,
  reported,
} from '#test/build/review';

const rules = { consensusSpread: 20, panelMinimum: 2 };
const both = [handedIn('leader'), handedIn('member')];
const handIn = (report: PanelReport, sheets: Review[], of = inReview()) =>
  handInPanelReport(of, report, { rules, criteria, sheets }, at(leader));

/** Two sheets that differ on one item, and a report that gives it a percentage. */
const differing = (a: number, b: number, given: number, consensus = false) =>
  refusalBy(() =>
    handIn(
      aPanelReport({
        items: filled(50, { '4.1.2': given }).map((i) => ({ ...i, consensus: consensus && i.code === '4.1.2' })),
      }),
      [handedIn('leader', filled(50, { '4.1.2': a })), handedIn('member', filled(50, { '4.1.2': b }))],
    ),
  );

describe('the panel report', () => {
  it('is handed in by the leader when all sheets are there, with its score computed', () => {
    const { next, events } = handIn(aPanelReport(), both);
    expect(next.materialReview).toMatchObject({ scoreMilli: 500_000, by: 'leader' });
    expect(next.stage).toBe('MaterialReview');
    expect(events).toEqual([
      { type: 'panelReportHandedIn', detail: { sheets: ['app_1~rev_leader', 'app_1~rev_member'] } },
    ]);
  });

  it.each([
    ['a sheet is a draft', [handedIn('leader'), aSheet('member', { items: filled() })], 1],
    ['there is no sheet', [], 2],
    ['one is of somebody who is not on the panel', [handedIn('leader'), handedIn('outsider')], 1],
  ])('waits while %s', (_, sheets, missing) => {
    expect(refusalBy(() => handIn(aPanelReport(), sheets))).toEqual({
      code: 'report.sheets-missing',
      detail: { missing },
    });
  });

  it('is the leader’s alone, and once', () => {
    for (const other of [member, officer])
      expect(
        refusalBy(() => handInPanelReport(inReview(), aPanelReport(), { rules, criteria, sheets: both }, at(other)))
          ?.code,
      ).toBe('person.role-missing');
    expect(refusalBy(() => handIn(aPanelReport(), both, inReview({ materialReview: reported() })))?.code).toBe(
      'panel.report-handed-in',
    );
  });

  it.each([
    [50, 60, 55, false, undefined],
    [50, 55, 55, false, undefined],
    [50, 60, 60, false, 'report.not-the-mean'],
    [50, 60, 60, true, undefined],
    [40, 60, 50, false, undefined],
    [40, 65, 55, false, 'report.consensus-needed'],
    [40, 65, 55, true, undefined],
    [40, 65, 65, true, undefined],
  ])('of sheets %i and %i says %i (consensus %s): %s', (a, b, given, consensus, code) => {
    expect(differing(a, b, given, consensus)?.code).toBe(code);
  });

  it('comments every item of the criteria and no other', () => {
    const { items } = aPanelReport();
    const without = aPanelReport({ items: items.slice(1) });
    expect(refusalBy(() => handIn(without, both))).toEqual({ code: 'review.incomplete', detail: { items: ['4.1.2'] } });
    const more = aPanelReport({ items: [...items, { ...items[0]!, code: '4.8.1' }] });
    expect(refusalBy(() => handIn(more, both))?.code).toBe('review.unknown-items');
  });

  it('does not count the sheet of a member who stepped down', () => {
    const left = declareConflict(inReview(), { ground: 'consulting', statement: '顾问' }, [], at(member)).application
      .next;
    const sheets = [handedIn('leader', filled(70)), handedIn('member', filled(10))];
    const report = aPanelReport({ items: filled(70).map((i) => ({ ...i, consensus: false })) });
    expect(refusalBy(() => handIn(report, sheets, left))?.code).toBe('panel.short');
    const { next } = handInPanelReport(
      left,
      report,
      { rules: { ...rules, panelMinimum: 1 }, criteria, sheets },
      at(leader),
    );
    expect(next.materialReview).toMatchObject({ scoreMilli: 700_000, sheets: ['app_1~rev_leader'] });
  });
});
