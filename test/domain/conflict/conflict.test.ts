import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import { isConflicted } from '#domain/conflict/conflict';
import { declareConflict, recordConflict } from '#domain/conflict/declare';
import { liftConflict } from '#domain/conflict/lift';
import { completeDefence, countedPoints } from '#domain/defence/complete';
import { compositeMilli } from '#domain/ranking/composite';
import { handInPanelReport } from '#domain/review/panel-report';
import type { Review } from '#domain/review/review';
import { emptySheets, sheetsOfPanel } from '#domain/review/review';
import { meanInSteps } from '#domain/review/score';
import { at, officer, owner, someone } from '#test/build/an-application';
import { anOnSiteReport } from '#test/build/on-site';
import { refusalBy } from '#test/build/refused';
import {
  aPanelReport,
  aSheet,
  filled,
  handedIn,
  inReview,
  leader,
  member,
  outsider,
  reported,
  criteria,
} from '#test/build/review';

const kin = { ground: 'kin', statement: '亲属' } as const;
const colleague = someone('colleague', 'office');
const three = {
  leaderId: 'leader',
  assessorIds: ['leader', 'member', 'outsider'],
  formedAt: '2027-02-01T00:00:00.000Z',
};

describe('a conflict of interest', () => {
  it('takes its declarer off the panel at once, keeps their sheet and voids it', () => {
    const { application, sheets } = declareConflict(
      inReview(),
      kin,
      [handedIn('member'), handedIn('leader')],
      at(member),
    );
    expect(application.next.panel?.assessorIds).toEqual(['leader']);
    expect(application.next.conflicts).toMatchObject([
      { personId: 'member', source: 'declared', ground: 'kin', leftPanel: true },
    ]);
    expect(application.events[0]).toMatchObject({
      type: 'conflictFound',
      detail: { personId: 'member', leftPanel: true, voidedSheets: ['app_1~rev_member'] },
    });
    expect(sheets.map((s) => [s.next.assessorId, s.next.status, s.next.voided?.because])).toEqual([
      ['member', 'handedIn', 'conflict'],
    ]);
    expect(sheetsOfPanel(inReview(), [sheets[0]!.next])).toEqual([]);
  });

  it.each([
    ['an assessor', outsider, undefined],
    ['an officer', officer, undefined],
    ['a committee member', someone('voter', 'committeeMember'), undefined],
    ['a department', someone('tax', 'department', { departmentCode: 'tax' }), undefined],
    ['the applicant', owner, 'person.role-missing'],
    ['the applicant, who is also an assessor', someone('owner', 'assessor'), 'conflict.applicant'],
    ['an auditor', someone('auditor', 'auditor'), 'person.role-missing'],
    ['an administrator', someone('admin', 'administrator'), 'person.role-missing'],
  ])('declared by %s', (_, actor, code) => {
    expect(refusalBy(() => declareConflict(inReview(), kin, [], at(actor)))?.code).toBe(code);
  });

  it('is declared or recorded after the award too, and voids nothing of a review that is over', () => {
    const won = inReview({
      stage: 'Awarded',
      materialReview: reported(),
      defence: { scores: [{ assessorId: 'member', points: 80, at: '2027-03-01T02:00:00.000Z' }] },
    });
    const declared = declareConflict(won, kin, [handedIn('member')], at(member));
    const recorded = recordConflict(won, { ...kin, about: member }, [handedIn('member')], at(officer));
    for (const { application, sheets, formerReport } of [declared, recorded]) {
      const { conflicts, ...rest } = application.next;
      expect(conflicts).toMatchObject([{ personId: 'member', leftPanel: false }]);
      expect(isConflicted(application.next, 'member')).toBe(true);
      expect(rest).toEqual(won);
      expect([sheets, formerReport]).toEqual([[], undefined]);
      expect(application.events).toMatchObject([{ type: 'conflictFound', detail: { voidedSheets: [] } }]);
    }
  });

  it('is declared once, of a case that goes on', () => {
    const once = declareConflict(inReview(), kin, [], at(outsider)).application.next;
    expect(refusalBy(() => declareConflict(once, kin, [], at(outsider)))?.code).toBe('conflict.declared-already');
    for (const [stage, code] of [
      ['Draft', 'record.not-found'],
      ['Ended', 'stage.action-unavailable'],
    ] as const)
      expect(refusalBy(() => declareConflict(inReview({ stage }), kin, [], at(outsider)))?.code).toBe(code);
  });

  it('is recorded by the office, an officer’s too, and never an auditor’s', () => {
    const record = (about: ReturnType<typeof someone>, actor = officer) =>
      recordConflict(inReview(), { ...kin, about }, [], at(actor));
    expect(isConflicted(record(colleague).application.next, 'colleague')).toBe(true);
    expect(refusalBy(() => record(someone('auditor', 'auditor')))?.code).toBe('conflict.no-duty');
    expect(refusalBy(() => record(someone('nobody')))?.code).toBe('conflict.no-duty');
    expect(refusalBy(() => record(someone('owner', 'assessor')))?.code).toBe('conflict.applicant');
    expect(refusalBy(() => record(member, leader))?.code).toBe('person.role-missing');
  });

  it('is lifted by another officer with a reason, never by the person; what was void stays void', () => {
    const { application, sheets } = declareConflict(inReview(), kin, [handedIn('member')], at(member));
    const lift = (actor = officer, personId = 'member') =>
      liftConflict(application.next, { personId, reason: '查无此事' }, at(actor));
    expect(refusalBy(() => lift(member))?.code).toBe('person.role-missing');
    expect(refusalBy(() => lift(officer, 'leader'))?.code).toBe('conflict.none');
    const own = recordConflict(inReview(), { ...kin, about: officer }, [], at(colleague)).application.next;
    expect(refusalBy(() => liftConflict(own, { personId: 'officer', reason: '本人' }, at(officer)))?.code).toBe(
      'conflict.own',
    );
    const { next } = lift();
    expect(isConflicted(next, 'member')).toBe(false);
    expect(next.conflicts?.[0]?.lifted).toMatchObject({ by: 'officer', reason: '查无此事' });
    const back = { ...next, panel: { ...three, assessorIds: ['leader', 'member'] } };
    const voided = sheets[0]!.next;
    expect(sheetsOfPanel(back, [voided])).toEqual([]);
    expect(emptySheets(back, [voided, aSheet('leader')], () => 'rev_2').map((s) => s.assessorId)).toEqual(['member']);
  });
});

describe('a report that rested on a voided sheet', () => {
  const report = { ...reported(), sheets: ['app_1~rev_leader', 'app_1~rev_member', 'app_1~rev_outsider'] };
  const sheets = ['leader', 'member', 'outsider'].map((id) => handedIn(id));

  it.each(['MaterialReview', 'Defence', 'OnSiteReview'] as const)('is set aside and kept in %s', (stage) => {
    const { application, formerReport } = declareConflict(
      inReview({ stage, panel: three, materialReview: report }),
      kin,
      sheets,
      at(member),
    );
    expect(application.next.materialReview).toBeUndefined();
    expect(application.next.reportToRedo).toEqual({ since: '2027-03-01T01:00:00.000Z' });
    expect(formerReport).toEqual(report);
  });

  it('is done again before the defence is closed, and a short panel does not do it', () => {
    const { application } = declareConflict(
      inReview({ stage: 'Defence', panel: three, materialReview: report }),
      kin,
      sheets,
      at(member),
    );
    expect(refusalBy(() => completeDefence(application.next, { panelMinimum: 2 }, at(officer)))?.code).toBe(
      'report.redo-first',
    );
    const again = (panelMinimum: number) =>
      handInPanelReport(
        application.next,
        aPanelReport(),
        { rules: { consensusSpread: 20, panelMinimum }, criteria, sheets },
        at(leader),
      );
    expect(refusalBy(() => again(3))).toEqual({ code: 'panel.short', detail: { members: 2, least: 3 } });
    expect(again(2).next.reportToRedo).toBeUndefined();
  });

  it('stands when the sheet was not in it', () => {
    const of = inReview({ panel: three, materialReview: { ...report, sheets: ['app_1~rev_leader'] } });
    const { application, formerReport } = declareConflict(of, kin, sheets, at(member));
    expect(application.next.materialReview).toBeDefined();
    expect(formerReport).toBeUndefined();
  });
});

describe('whoever steps back, in whatever order', () => {
  const ids = ['leader', 'member', 'outsider', 'fourth', 'fifth'];
  const steps = fc.integer({ min: 0, max: 20 }).map((n) => n * 5);
  const scored = fc.record({
    percentages: fc.array(steps, { minLength: 5, maxLength: 5 }),
    points: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 }),
    leaving: fc.shuffledSubarray(ids, { maxLength: 4 }),
  });

  it('a voided score never counts, and what is computed anew equals what was never there', () => {
    fc.assert(
      fc.property(scored, ({ percentages, points, leaving }) => {
        const panel = { ...three, assessorIds: ids };
        const scores = ids.map((assessorId, i) => ({
          assessorId,
          points: points[i] ?? 0,
          at: '2027-04-01T00:00:00.000Z',
        }));
        const onSite = { report: anOnSiteReport(700_000) };
        let of: Application = inReview({ panel, defence: { scores }, onSite });
        let sheets: Review[] = ids.map((id, i) => handedIn(id, filled(percentages[i])));
        for (const personId of leaving) {
          const stepped = declareConflict(of, kin, sheets, at(someone(personId, 'assessor')));
          of = stepped.application.next;
          const changed = new Map(stepped.sheets.map((s) => [s.next.reviewId, s.next]));
          sheets = sheets.map((s) => changed.get(s.reviewId) ?? s);
        }
        const stay = ids.filter((id) => !leaving.includes(id));
        const mean = meanInSteps(stay.map((id) => percentages[ids.indexOf(id)] ?? 0));
        const report = aPanelReport({ items: filled(mean).map((i) => ({ ...i, consensus: false })) });
        const rules = { consensusSpread: 100, panelMinimum: 1 };
        const by = someone(of.panel?.leaderId ?? '', 'assessor');
        expect(handInPanelReport(of, report, { rules, criteria, sheets }, at(by)).next.materialReview?.scoreMilli).toBe(
          mean * 10_000,
        );
        const left = scores.filter((s) => stay.includes(s.assessorId));
        expect(countedPoints(of)).toEqual(left.map((s) => s.points));
        const never = { ...of, panel: { ...panel, assessorIds: stay }, defence: { scores: left } };
        const weights = { onSite: 70, defence: 30 };
        expect(compositeMilli(of, weights)).toBe(compositeMilli(never, weights));
        // Even one who is named again does not bring the voided score back.
        expect(countedPoints({ ...of, panel })).toEqual(left.map((s) => s.points));
      }),
      { numRuns: 200 },
    );
  });
});
