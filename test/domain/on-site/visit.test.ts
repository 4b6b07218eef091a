import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import { handInOnSiteReport, planOnSite } from '#domain/on-site/visit';
import { at, officer } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { inReview, leader, member } from '#test/build/review';

const plan = { from: '2027-03-01', to: '2027-03-03', items: ['领导访谈', '车间查看'] };
const report = {
  findings: plan.items.map((item) => ({ item, finding: '属实' })),
  points: 720,
  conclusion: '与材料一致',
};
const onSite = (given: Application['onSite'] = { plan: { ...plan, at: '2027-02-20T00:00:00.000Z' } }) =>
  inReview({ stage: 'OnSiteReview', onSite: given });

describe('the plan of a visit', () => {
  it('is made by the office and may begin today in Shanghai', () => {
    // 16:30 UTC on 28 February is 1 March in Shanghai.
    const { next } = planOnSite(onSite({}), plan, at(officer, '2027-02-28T16:30:00.000Z'));
    expect(next.onSite?.plan).toMatchObject(plan);
    expect(refusalBy(() => planOnSite(onSite({}), plan, at(leader)))?.code).toBe('person.role-missing');
  });

  it.each([
    ['began yesterday', plan, '2027-03-01T16:00:00.000Z', 'on-site.dates-wrong'],
    ['ends before it begins', { ...plan, to: '2027-02-28' }, '2027-02-01T00:00:00.000Z', 'on-site.dates-wrong'],
    ['names an item twice', { ...plan, items: ['甲', '甲'] }, '2027-02-01T00:00:00.000Z', 'on-site.items-twice'],
  ])('is refused when it %s', (_, wrong, now, code) => {
    expect(refusalBy(() => planOnSite(onSite({}), wrong, at(officer, now)))?.code).toBe(code);
  });
});

describe('the on-site report', () => {
  it('is the leader’s and moves the application on', () => {
    const { next, events } = handInOnSiteReport(onSite(), report, at(leader));
    expect(next).toMatchObject({ stage: 'Recommendation', onSite: { plan, report: { ...report, by: 'leader' } } });
    expect(events).toEqual([
      { type: 'onSiteReportHandedIn', detail: {}, move: { from: 'OnSiteReview', to: 'Recommendation' } },
    ]);
    for (const other of [member, officer])
      expect(refusalBy(() => handInOnSiteReport(onSite(), report, at(other)))?.code).toBe('person.role-missing');
  });

  it.each([
    ['there is no plan', onSite({}), report, 'on-site.plan-missing'],
    [
      'a planned item has no finding',
      onSite(),
      { ...report, findings: report.findings.slice(1) },
      'on-site.findings-missing',
    ],
    [
      'a finding was not planned',
      onSite(),
      { ...report, findings: [...report.findings, { item: '食堂', finding: '整洁' }] },
      'on-site.findings-unplanned',
    ],
    [
      'an item has two findings',
      onSite(),
      { ...report, findings: [...report.findings, { item: '领导访谈', finding: '不属实' }] },
      'on-site.items-twice',
    ],
  ])('is refused when %s', (_, of, given, code) => {
    expect(refusalBy(() => handInOnSiteReport(of, given, at(leader)))?.code).toBe(code);
  });

  it('is refused before the first day of the visit begins in Shanghai', () => {
    expect(refusalBy(() => handInOnSiteReport(onSite(), report, at(leader, '2027-02-28T15:59:59.999Z')))?.code).toBe(
      'on-site.not-begun',
    );
    expect(
      refusalBy(() => handInOnSiteReport(onSite(), report, at(leader, '2027-02-28T16:00:00.000Z'))),
    ).toBeUndefined();
  });
});
