import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import type { CycleList } from '#domain/list/list';
import { applyList } from '#domain/list/apply';
import { systemActor } from '#domain/actor';
import { declareConflict } from '#domain/conflict/declare';
import { refuseUnlessReportable } from '#domain/on-site/report';
import { signFindings } from '#domain/on-site/sign';
import { undecided } from '#domain/ranking/candidates';
import { compositeMilli } from '#domain/ranking/composite';
import { fixRecommendedList } from '#domain/ranking/recommended-list';
import { newHead } from '#domain/record';
import { formPanel } from '#domain/review/form-panel';
import { handInPanelReport } from '#domain/review/panel-report';
import { at, officer, programmeId, someone } from '#test/build/an-application';
import { score } from '#test/build/defence';
import { aFinding, anOnSiteReport, onSite, plan } from '#test/build/on-site';
import { refusalBy } from '#test/build/refused';
import {
  aCandidate,
  aCycleUnderReview,
  aPanelReport,
  criteria,
  filled,
  handedIn,
  leader,
  member,
  panelRules,
  reported,
} from '#test/build/review';

const kin = { ground: 'kin', statement: '亲属' } as const;
const early = '2027-02-20T00:00:00.000Z';
const later = '2027-03-20T00:00:00.000Z';
const outsider = someone('outsider', 'assessor');
const ids = ['leader', 'member', 'outsider'];
const signed = ids.map((personId) => ({ personId, at: early }));
const sheets = ids.map((id) => handedIn(id));
const basis = sheets.map((s) => s.reviewId);
const visited = (stage: Application['stage'], given: Partial<Application> = {}) =>
  onSite(
    {
      plan: { ...plan, team: ids, at: early },
      signatures: signed,
      applicantAnswer: { decision: 'signed', by: 'owner', at: early },
      ...(stage !== 'OnSiteReview' && { report: anOnSiteReport(600_000) }),
    },
    {
      stage,
      panel: { leaderId: 'leader', assessorIds: ids, formedAt: early },
      materialReview: { ...reported(), sheets: basis },
      defence: { scores: [score('leader', 700), score('member', 100), score('outsider', 800)] },
      ...given,
    },
  );
const leaves = (of: Application, who = member) => declareConflict(of, kin, sheets, at(who, later));
const listed = { listId: 'lst_2', compositeMilli: 580_000, award: 'qualityAward', reason: '', at: early } as const;
const aList = (given: Partial<CycleList> = {}): CycleList => ({
  ...newHead(programmeId),
  listId: 'lst_2',
  cycleId: 'cyc_1',
  kind: 'recommendedList',
  at: early,
  by: 'officer',
  entries: [{ applicationId: 'app_1', outcome: 'in', reason: '', award: 'qualityAward' }],
  facts: {},
  ...given,
});

describe('a conflict found after the visit', () => {
  it('lapses every signature and the applicant’s answer while the report is not handed in, and keeps them', () => {
    const { application, formerVisit, formerReport } = leaves(visited('OnSiteReview'));
    expect(application.next.onSite).toEqual({ plan: { ...plan, team: ids, at: early } });
    expect(formerVisit).toMatchObject({ signatures: signed, applicantAnswer: { decision: 'signed' } });
    expect(formerReport?.sheets).toEqual(basis);
    expect(application.events[0]).toMatchObject({ detail: { visitSetAside: true, reportSetAside: true } });
    expect(application.next.stage).toBe('OnSiteReview');
  });

  it('leaves a visit alone that nobody has signed, and one that the person had no part in', () => {
    const unsigned = visited('OnSiteReview', { onSite: { plan: { ...plan, team: ids, at: early } } });
    expect(leaves(unsigned).formerVisit).toBeUndefined();
    const without = visited('OnSiteReview', {
      onSite: { plan: { ...plan, team: ['leader'], at: early }, signatures: [{ personId: 'leader', at: early }] },
    });
    expect(leaves(without).application.next.onSite).toEqual(without.onSite);
    const committee = someone('chair', 'committeeMember');
    expect(leaves(visited('Recommendation'), committee).application.next.stage).toBe('Recommendation');
  });

  it.each(['Recommendation', 'CommitteeVote'] as const)(
    'brings the case back from %s with the score kept and void, and the machine with it',
    (stage) => {
      const { application, formerVisit } = leaves(visited(stage, stage === 'CommitteeVote' ? { listed } : {}));
      const { next, events } = application;
      expect(next).toMatchObject({ stage: 'OnSiteReview', reopenedAt: later });
      expect(next.onSite?.report).toBeUndefined();
      expect(next.listed).toBeUndefined();
      expect(formerVisit?.report?.scoreMilli).toBe(600_000);
      expect(next.defence?.scores).toMatchObject([{ points: 700 }, { points: 100, voidedAt: later }, { points: 800 }]);
      expect(events[0]?.move).toEqual({ from: stage, to: 'OnSiteReview' });
    },
  );

  it('keeps the report of a visit that rested on a material review set aside', () => {
    const of = visited('Recommendation');
    const team = { ...of, onSite: { ...of.onSite, plan: { ...plan, team: ['leader', 'outsider'], at: early } } };
    const { application, formerVisit } = leaves(team);
    expect(formerVisit?.report?.scoreMilli).toBe(600_000);
    expect(application.next.onSite).toMatchObject({ signatures: signed, applicantAnswer: { decision: 'signed' } });
    expect(application.next.onSite?.report).toBeUndefined();
  });

  it.each(['AwardNotice', 'GovernmentApproval'] as const)('changes nothing that was voted on: %s', (stage) => {
    const { application } = leaves(visited(stage, { listed }));
    expect(application.next).toMatchObject({ stage, listed, materialReview: { sheets: basis } });
    expect(application.next.onSite?.report).toBeDefined();
  });

  it('is made good by a substitute, and everything is computed anew without the void part', () => {
    let of = leaves(visited('Recommendation')).application.next;
    const found = plan.items.map(({ code }) => aFinding(code, 'member'));
    expect(refusalBy(() => signFindings(of, found, at(leader)))?.code).toBe('on-site.findings-missing');
    const report = { items: filled(60).map(({ code, percentage }) => ({ code, percentage })), conclusion: '一致' };
    const rules = { panelMinimum: 3, consensusSpread: 20 };
    const reportable = () => refuseUnlessReportable(of, report, { criteria, rules }, { actor: leader });
    expect(refusalBy(reportable)?.code).toBe('report.redo-first');
    expect(refusalBy(() => handInPanelReport(of, aPanelReport(), { rules, criteria, sheets }, at(leader)))?.code).toBe(
      'panel.short',
    );
    const assessorIds = ['leader', 'outsider', 'fourth'];
    const candidates = assessorIds.map((id) => aCandidate(id));
    const voided = leaves(visited('Recommendation')).sheets.map((s) => s.next);
    const now = [...sheets.filter((s) => s.assessorId !== 'member'), ...voided];
    of = formPanel(
      of,
      { leaderId: 'leader', assessorIds },
      { rules: panelRules, candidates, sheets: now },
      at(officer, later),
    ).next;
    const all = [...now, handedIn('fourth')];
    of = handInPanelReport(of, aPanelReport(), { rules, criteria, sheets: all }, at(leader)).next;
    expect(of.materialReview?.sheets).toEqual(['app_1~rev_leader', 'app_1~rev_outsider', 'app_1~rev_fourth']);
    const again = plan.items.map(({ code }) => aFinding(code, 'leader'));
    for (const by of [leader, outsider]) of = signFindings(of, again, at(by)).next;
    expect(refusalBy(reportable)?.code).toBe('on-site.applicant-unasked');
    const reportedAgain = { ...of, stage: 'Recommendation' as const, onSite: { report: anOnSiteReport(600_000) } };
    // 70 % of 600 and 30 % of the mean of 700 and 800, the void 100 left out.
    expect(compositeMilli(reportedAgain, { onSite: 70, defence: 30 })).toBe(645_000);
  });
});

describe('a list that was fixed before the case was brought back', () => {
  const back = { ...leaves(visited('Recommendation')).application.next, stage: 'Recommendation' as const };

  it('is not applied to it any more, and the case is listed again', () => {
    const [entry] = aList().entries;
    expect(entry && applyList(aList(), entry, back, at(systemActor))).toBeUndefined();
    expect(undecided({ inStage: [back], earlier: [aList()] })).toEqual([back]);
    expect(undecided({ inStage: [back], earlier: [aList(), aList({ at: later })] })).toEqual([]);
    const ready = { ...back, onSite: { report: anOnSiteReport(600_000) } };
    const outcome = fixRecommendedList(
      aCycleUnderReview(),
      'lst_3',
      [{ applicationId: 'app_1', award: 'qualityAward', reason: '重新计算' }],
      { inStage: [ready], earlier: [aList()], owedReports: [] },
      at(officer, later),
    );
    expect(outcome.next.entries[0]).toMatchObject({ compositeMilli: 645_000 });
  });
});
