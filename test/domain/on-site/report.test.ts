import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import { evidenceOf, handInOnSiteReport } from '#domain/on-site/report';
import { at, officer, owner } from '#test/build/an-application';
import { aFinding, onSite, plan } from '#test/build/on-site';
import { refusalBy } from '#test/build/refused';
import { criteria, filled, leader, member } from '#test/build/review';

const when = '2027-03-03T00:00:00.000Z';
const ready = (given: Partial<NonNullable<Application['onSite']>> = {}) =>
  onSite({
    plan: { ...plan, at: when },
    signatures: [
      { personId: 'leader', at: when },
      { personId: 'member', at: when },
    ],
    applicantAnswer: { decision: 'refused', by: 'owner', at: when },
    ...given,
  });
/** Every item at 50 %, as the material review has them, but for the exceptions. */
const report = (exceptions: Record<string, number> = {}, comment?: string) => ({
  items: filled(50, exceptions).map(({ code, percentage }) => ({
    code,
    percentage,
    ...(code in exceptions && comment && { comment }),
  })),
  conclusion: '与材料基本一致',
});
const kept = { documentId: 'on-site~app_1~doc_1', sha256: 'a'.repeat(64), recordsKey: 'k' };
const handIn = (given: ReturnType<typeof report> = report(), of = ready(), by = leader, panelMinimum = 2) =>
  handInOnSiteReport(of, given, { criteria, rules: { panelMinimum }, evidence: [kept] }, at(by));

describe('the on-site report', () => {
  it('is the leader’s, moves the application on, and makes its score from the items', () => {
    // 4.1.2 has 50 points and 4.4.3 has 15: 500 + 50 × 25 % − 15 × 35 % = 507.25.
    const given = report({ '4.1.2': 75, '4.4.3': 15 }, '现场核实');
    const { next, events } = handIn(given);
    expect(next.stage).toBe('Recommendation');
    expect(next.onSite?.report).toMatchObject({ scoreMilli: 507_250, by: 'leader', evidence: [kept] });
    expect(events[0]).toMatchObject({ type: 'onSiteReportHandedIn', detail: { evidence: [kept.sha256] } });
    for (const other of [member, officer, owner])
      expect(refusalBy(() => handIn(given, ready(), other))?.code).toBe('person.role-missing');
  });

  it('is refused to a short panel', () => {
    expect(refusalBy(() => handIn(report(), ready(), leader, 3))).toEqual({
      code: 'panel.short',
      detail: { members: 2, least: 3 },
    });
  });

  it.each([
    ['there is no plan', report(), ready({ plan: undefined }), 'on-site.plan-missing'],
    ['one of the team has not signed', report(), ready({ signatures: [] }), 'on-site.team-unsigned'],
    ['nobody asked the applicant', report(), ready({ applicantAnswer: undefined }), 'on-site.applicant-unasked'],
    ['an item is missing', { ...report(), items: report().items.slice(1) }, ready(), 'on-site.items-missing'],
    [
      'an item is there twice',
      { ...report(), items: [...report().items, { code: '4.1.2', percentage: 50 }] },
      ready(),
      'on-site.unknown-items',
    ],
    [
      'an item is not of the criteria',
      { ...report(), items: [...report().items, { code: 'A12(3)', percentage: 50 }] },
      ready(),
      'on-site.unknown-items',
    ],
    ['a change is not explained', report({ '4.1.2': 55 }), ready(), 'on-site.change-unexplained'],
  ])('is refused when %s', (_, given, of, code) => {
    expect(refusalBy(() => handIn(given, of))?.code).toBe(code);
  });

  it('is not held up by an applicant who refused to sign', () => {
    expect(refusalBy(() => handIn())).toBeUndefined();
  });

  it('rests on the evidence of the findings that count, each file once', () => {
    const findings = [
      aFinding('4.1.2', 'member', { evidence: ['a', 'b'] }),
      aFinding('A12(3)', 'leader', { evidence: ['b'] }),
      aFinding('4.1.2', 'outsider', { evidence: ['c'] }),
      aFinding('4.2.2', 'leader', { evidence: ['d'] }),
    ];
    expect(evidenceOf(ready(), findings)).toEqual(['a', 'b']);
  });
});
