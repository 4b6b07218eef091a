import { describe, expect, it } from 'vitest';
import { consensusOf } from '#domain/review/consensus';
import { handInSheet, saveItem, saveSheet } from '#domain/review/fill-sheet';
import { handInPanelReport } from '#domain/review/panel-report';
import { mayReadSheet } from '#domain/review/read-sheet';
import { returnSheet } from '#domain/review/return-sheet';
import type { Review } from '#domain/review/review';
import { sheetsOfPanel } from '#domain/review/review';
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
  outsider,
  reported,
} from '#test/build/review';

const three = {
  leaderId: 'leader',
  assessorIds: ['leader', 'member', 'outsider'],
  formedAt: '2027-02-01T00:00:00.000Z',
};
const of = inReview({ panel: three });
const item = (code: string, revision: number, strengths = '系统') => ({
  ...{ code, percentage: 50, strengths, improvements: '', revision },
});

describe('a sheet saved item by item', () => {
  const save = (sheet: Review, ...[code, revision, strengths]: Parameters<typeof item>) =>
    saveItem(sheet, of, { item: item(code, revision, strengths), criteria }, at(member)).next;

  it('keeps the other items and counts each one’s saves', () => {
    let sheet = save(aSheet('member'), '4.1.2', 0);
    sheet = save(sheet, '4.1.3', 0);
    sheet = save(sheet, '4.1.2', 1, '改');
    expect(sheet.items.map((i) => [i.code, i.strengths, i.revision])).toEqual([
      ['4.1.2', '改', 2],
      ['4.1.3', '系统', 1],
    ]);
  });

  it('does not let one window overwrite what another saved, and takes a repeat for what it is', () => {
    const sheet = save(save(aSheet('member'), '4.1.2', 0), '4.1.2', 1, '第二次');
    expect(refusalBy(() => save(sheet, '4.1.2', 1, '旧窗口'))).toEqual({
      code: 'review.item-changed',
      detail: { code: '4.1.2', revision: 2 },
    });
    expect(save(sheet, '4.1.2', 1, '第二次').items).toEqual(sheet.items);
  });

  it('knows the criteria, its owner, and how much a record holds', () => {
    expect(refusalBy(() => save(aSheet('member'), '9.9.9', 0))?.code).toBe('review.unknown-items');
    expect(refusalBy(() => save(aSheet('leader'), '4.1.2', 0))?.code).toBe('record.not-found');
    expect(refusalBy(() => save(handedIn('member'), '4.1.2', 1))?.code).toBe('review.handed-in-already');
    const long = filled().map((i) => ({ ...i, strengths: '字'.repeat(4000), improvements: '' }));
    const all = () => saveSheet(aSheet('member'), of, { items: long, criteria }, at(member));
    expect(refusalBy(all)?.code).toBe('review.too-long');
    expect(
      refusalBy(() => saveSheet(aSheet('member'), of, { items: long.slice(0, 22), criteria }, at(member))),
    ).toBeUndefined();
  });
});

describe('a sheet returned by the leader', () => {
  const done = handedIn('member');
  const back = (by = leader, sheet = done, application = of) =>
    returnSheet(sheet, application, { reason: '4.7 缺证据', nextId: 'app_1~rev_2' }, at(by));

  it('stays as it was handed in; the next version is a draft with the same items', () => {
    const { application, returned, next } = back();
    expect(returned.next).toMatchObject({
      items: done.items,
      status: 'handedIn',
      returned: { by: 'leader', reason: '4.7 缺证据' },
    });
    expect(next).toMatchObject({
      reviewId: 'app_1~rev_2',
      round: 2,
      status: 'draft',
      items: done.items,
      assessorId: 'member',
    });
    expect(next.handedInAt).toBeUndefined();
    expect(application.events[0]).toMatchObject({ type: 'reviewReturned', detail: { assessorId: 'member', round: 1 } });
    expect(refusalBy(() => saveSheet(returned.next, of, { items: [], criteria }, at(member)))?.code).toBe(
      'review.handed-in-already',
    );
  });

  it('no longer counts: the report waits for the next version, and rests on it', () => {
    const { returned, next } = back();
    const others = [handedIn('leader'), handedIn('outsider')];
    const report = (sheets: Review[]) =>
      handInPanelReport(
        of,
        aPanelReport(),
        { rules: { consensusSpread: 20, panelMinimum: 3 }, criteria, sheets },
        at(leader),
      );
    expect(refusalBy(() => report([...others, returned.next, next]))).toEqual({
      code: 'report.sheets-missing',
      detail: { missing: 1 },
    });
    const again = handInSheet(next, of, criteria, at(member)).next;
    expect(report([...others, returned.next, again]).next.materialReview?.sheets).toEqual([
      'app_1~rev_leader',
      'app_1~rev_outsider',
      'app_1~rev_2',
    ]);
  });

  it('closes the others’ sheets to its assessor until they hand in again', () => {
    const { returned, next } = back();
    const theirs = handedIn('outsider');
    expect(mayReadSheet(theirs, of, [theirs, done], member)).toBe(true);
    expect(mayReadSheet(theirs, of, [theirs, returned.next, next], member)).toBe(false);
    expect(sheetsOfPanel(of, [returned.next, next])).toEqual([next]);
  });

  it.each([
    ['by a member', member, done, of, 'person.role-missing'],
    ['by the office', officer, done, of, 'person.role-missing'],
    ['of the leader', leader, handedIn('leader'), of, 'review.own-return'],
    ['that is a draft', leader, aSheet('member'), of, 'review.not-handed-in'],
    [
      'after the report',
      leader,
      done,
      inReview({ panel: three, materialReview: reported() }),
      'panel.report-handed-in',
    ],
    ['in another stage', leader, done, inReview({ panel: three, stage: 'Recommendation' }), 'stage.action-unavailable'],
  ] as const)('is refused %s', (_, by, sheet, application, code) => {
    expect(refusalBy(() => back(by, sheet, application))?.code).toBe(code);
  });
});

describe('the sheets side by side', () => {
  const sheets = [
    handedIn('leader', filled(60, { '4.1.2': 40 })),
    handedIn('member', filled(60, { '4.1.2': 65 })),
    handedIn('outsider', filled(60, { '4.1.2': 45 })),
  ];

  it('say without names where the panel must agree, and wait for all', () => {
    const side = consensusOf(of, sheets, criteria, { consensusSpread: 20 });
    expect(side.items[0]).toEqual({ code: '4.1.2', percentages: [40, 45, 65], mean: 50, spread: 25, demanded: true });
    expect(side.items.filter((i) => i.demanded)).toHaveLength(1);
    expect(JSON.stringify(side)).not.toMatch(/leader|member|outsider/);
    expect(refusalBy(() => consensusOf(of, sheets.slice(1), criteria, { consensusSpread: 20 }))?.code).toBe(
      'report.sheets-missing',
    );
  });

  it('worked example: 60% of 1000 points, 50% of the 50 of item 4.1.2: 595 points', () => {
    const items = filled(60, { '4.1.2': 50 }).map((i) => ({ ...i, consensus: i.code === '4.1.2' }));
    const ground = { rules: { consensusSpread: 20, panelMinimum: 3 }, criteria, sheets };
    const { next } = handInPanelReport(of, aPanelReport({ items }), ground, at(leader));
    expect(next.materialReview?.scoreMilli).toBe(595_000);
    const silent = aPanelReport({ items: items.map((i) => ({ ...i, consensus: false })) });
    expect(refusalBy(() => handInPanelReport(of, silent, ground, at(leader)))?.code).toBe('report.consensus-needed');
  });

  it('are nobody’s to read before their own: an outsider’s own draft closes them', () => {
    expect(mayReadSheet(sheets[0]!, of, [sheets[0]!, sheets[1]!, aSheet('outsider')], outsider)).toBe(false);
  });
});
