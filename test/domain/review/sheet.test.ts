import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import type { Circumstances } from '#domain/record';
import { handInSheet, reviewLine, saveSheet } from '#domain/review/fill-sheet';
import { materialsOf, materials } from '#domain/review/materials';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { mayReadSheet, panelProgress } from '#domain/review/read-sheet';
import type { Review, SheetItem } from '#domain/review/review';
import { at, officer, owner, someone } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { aSheet, criteria, filled, handedIn, inReview, leader, member, outsider, reported } from '#test/build/review';

const save = (of: Review, application: Application, items: SheetItem[], by: Circumstances) =>
  saveSheet(of, application, { items, criteria }, by);
const item = (code: string): SheetItem => ({ code, percentage: 50, strengths: '', improvements: '', revision: 1 });

describe('a sheet', () => {
  it('is saved half filled in', () => {
    const { next, events } = save(aSheet('member'), inReview(), [item('4.1.2')], at(member));
    expect(next.items).toEqual([item('4.1.2')]);
    expect(events[0]?.type).toBe('sheetSaved');
  });

  it.each([
    ['an item the criteria do not have', [item('4.1.1')], 'review.unknown-items'],
    ['an item twice', [item('4.1.2'), item('4.1.2')], 'review.items-twice'],
  ])('with %s is refused', (_, items, code) => {
    expect(refusalBy(() => save(aSheet('member'), inReview(), items, at(member)))?.code).toBe(code);
  });

  it('is nobody else’s to fill in', () => {
    for (const other of [leader, outsider, officer, owner])
      expect(refusalBy(() => save(aSheet('member'), inReview(), [], at(other)))?.code).toBe('record.not-found');
  });

  it('is closed to an assessor who left the panel or whose role ended', () => {
    const left = inReview({
      panel: { leaderId: 'leader', assessorIds: ['leader'], formedAt: '2027-02-01T00:00:00.000Z' },
    });
    expect(refusalBy(() => save(aSheet('member'), left, [], at(member)))?.code).toBe('record.not-found');
    expect(refusalBy(() => save(aSheet('member'), inReview(), [], at(someone('member'))))?.code).toBe(
      'record.not-found',
    );
  });

  it('is handed in complete, and then for good', () => {
    const full = aSheet('member', { items: filled() });
    const { next, events } = handInSheet(full, inReview(), criteria, at(member));
    expect(next).toMatchObject({ status: 'handedIn', handedInAt: '2027-03-01T01:00:00.000Z' });
    expect(events[0]).toMatchObject({ type: 'reviewHandedIn', detail: { applicationId: 'app_1', leaderId: 'leader' } });
    expect(refusalBy(() => handInSheet(next, inReview(), criteria, at(member)))?.code).toBe('review.handed-in-already');
    expect(refusalBy(() => save(next, inReview(), [], at(member)))?.code).toBe('review.handed-in-already');
  });

  it.each([
    ['an item', (i: SheetItem) => (i.code === '4.7.7' ? [] : [i])],
    ['a percentage', (i: SheetItem) => [i.code === '4.7.7' ? { ...i, percentage: undefined } : i]],
    ['strengths', (i: SheetItem) => [i.code === '4.7.7' ? { ...i, strengths: ' ' } : i]],
    ['improvements', (i: SheetItem) => [i.code === '4.7.7' ? { ...i, improvements: '' } : i]],
  ])('without %s is not handed in', (_, change) => {
    const short = aSheet('member', { items: filled().flatMap(change) });
    expect(refusalBy(() => handInSheet(short, inReview(), criteria, at(member)))).toEqual({
      code: 'review.incomplete',
      detail: { items: ['4.7.7'] },
    });
  });

  it('may give zero percent', () => {
    const poor = aSheet('member', { items: filled(0) });
    expect(refusalBy(() => handInSheet(poor, inReview(), criteria, at(member)))).toBeUndefined();
  });

  it('is not handed in once the report is, and not after the reviews', () => {
    const full = aSheet('member', { items: filled() });
    const later = (given: Partial<Application>) =>
      refusalBy(() => handInSheet(full, inReview(given), criteria, at(member)))?.code;
    expect(later({ stage: 'Defence', materialReview: reported() })).toBe('panel.report-handed-in');
    expect(later({ stage: 'Recommendation' })).toBe('stage.action-unavailable');
  });
});

describe('who reads a sheet', () => {
  const draft = aSheet('member');
  const done = handedIn('member');
  const auditor = someone('auditor', 'auditor');
  it.each([
    ['its assessor, in draft', draft, member, [], true],
    ['the office, in draft', draft, officer, [], false],
    ['the office, once handed in', done, officer, [], true],
    ['an auditor, once handed in', done, auditor, [], true],
    ['the leader, in draft', draft, leader, [handedIn('leader')], false],
    ['the leader, before handing in their own', done, leader, [aSheet('leader')], false],
    ['the leader, after handing in their own', done, leader, [handedIn('leader')], true],
    ['a peer before handing in their own', handedIn('leader'), member, [aSheet('member')], false],
    ['a peer after handing in their own', handedIn('leader'), member, [handedIn('member')], true],
    ['an assessor of another panel', done, outsider, [], false],
    ['the applicant', done, owner, [], false],
    ['an administrator', done, someone('admin', 'administrator'), [], false],
    ['a committee member', done, someone('voter', 'committeeMember'), [], false],
  ] as const)('%s', (_, sheet, actor, others, allowed) => {
    expect(mayReadSheet(sheet, inReview(), [sheet, ...others], actor)).toBe(allowed);
  });

  it('how far the panel is: the office and the leader, not a member', () => {
    const sheets = [handedIn('member'), aSheet('leader')];
    expect(panelProgress(inReview(), sheets, officer).members).toEqual([
      { assessorId: 'leader', status: 'draft' },
      { assessorId: 'member', status: 'handedIn', reviewId: 'app_1~rev_member' },
    ]);
    expect(panelProgress(inReview(), sheets, leader).members[1]).toEqual({ assessorId: 'member', status: 'handedIn' });
    expect(refusalBy(() => panelProgress(inReview(), sheets, member))?.code).toBe('record.not-found');
  });
});

describe('an assessor', () => {
  it('sees no name of an applicant before the pledge', () => {
    expect(reviewLine(aSheet('member'), inReview(), false)).not.toHaveProperty('name');
    expect(reviewLine(aSheet('member'), inReview(), true)).toMatchObject({ name: '昆明某厂', code: '2027-Z-1' });
  });

  it('reads the materials while there is something to review', () => {
    expect(refusalBy(() => refuseUnlessReviewing(inReview({ stage: 'OnSiteReview' }), member))).toBeUndefined();
    for (const [of, who] of [
      [inReview(), outsider],
      [inReview({ stage: 'Withdrawn' }), member],
      [inReview({ stage: 'Awarded' }), member],
    ] as const)
      expect(refusalBy(() => refuseUnlessReviewing(of, who))?.code).toBe('record.not-found');
  });

  it('never sees an ID number, a phone, a contact or an identity paper', () => {
    const files = (['selfAssessment', 'identity'] as const).map((kind) => ({
      documentId: `doc_${kind}`,
      kind,
      name: kind,
      format: 'application/pdf',
      size: 1,
      sha256: 'a'.repeat(64),
      recordsKey: 'secret-key',
    }));
    const receipt = { number: '2027-Z-1', at: '2027-01-02T00:00:00.000Z', manifestSha256: 'b', files };
    const shown = JSON.stringify(materials.parse(materialsOf(inReview({ receipt }))));
    expect(shown).toContain('doc_selfAssessment');
    for (const secret of ['91530100MA6K000000', '13800000000', 'wang@', '王芳', 'doc_identity', 'secret-key', 'owner'])
      expect(shown).not.toContain(secret);
  });
});
