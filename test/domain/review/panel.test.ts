import { describe, expect, it } from 'vitest';
import { declareConflict } from '#domain/conflict/declare';
import { closedSheets, formPanel } from '#domain/review/form-panel';
import { signPledge } from '#domain/review/pledge';
import { emptySheets } from '#domain/review/review';
import type { Review } from '#domain/review/review';
import { at, officer, owner } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import {
  aCandidate,
  aCycleUnderReview,
  anEntry,
  aSheet,
  assessors,
  handedIn,
  inReview,
  leader,
  member,
  panelRules,
  reported,
} from '#test/build/review';

const everyone = assessors.map((id) => aCandidate(id));
const ground = (sheets: Review[] = []) => ({ rules: panelRules, candidates: everyone, sheets });
const unassigned = inReview({ panel: undefined });
const choice = (assessorIds: string[], leaderId = 'leader') => ({ leaderId, assessorIds });

describe('a pledge', () => {
  it('is signed by an assessor of the programme for an announced cycle', () => {
    const promises = { impartiality: true, confidentiality: true } as const;
    const { next, events } = signPledge(aCycleUnderReview(), promises, at(leader));
    expect(next).toMatchObject({ cycleId: 'cyc_1', personId: 'leader', signedAt: '2027-03-01T01:00:00.000Z' });
    expect(events[0]?.type).toBe('pledgeSigned');
    expect(refusalBy(() => signPledge(aCycleUnderReview(), promises, at(owner)))?.code).toBe('person.role-missing');
    expect(refusalBy(() => signPledge(aCycleUnderReview({ status: 'draft' }), promises, at(leader)))?.code).toBe(
      'record.not-found',
    );
  });
});

describe('a panel', () => {
  it.each([
    ['of as few as the rules demand', ['leader', 'member', 'outsider']],
    ['of as many as the rules allow', ['leader', 'member', 'outsider', 'fourth', 'fifth']],
  ])('%s is formed by the office', (_, ids) => {
    const { next, events } = formPanel(unassigned, choice(ids), ground(), at(officer));
    expect(next.panel).toEqual({ leaderId: 'leader', assessorIds: ids, formedAt: '2027-03-01T01:00:00.000Z' });
    expect(events[0]).toMatchObject({ type: 'panelFormed', detail: { added: ids } });
  });

  it.each([
    ['nobody', [], 'panel.size-wrong'],
    ['fewer than the rules demand', ['leader', 'member'], 'panel.size-wrong'],
    ['more than the rules allow', assessors, 'panel.size-wrong'],
    ['someone twice', ['leader', 'member', 'leader'], 'panel.size-wrong'],
    ['a leader who is no member', ['member', 'outsider', 'fourth'], 'panel.leader-not-among-them'],
    ['someone who is no assessor', ['leader', 'member', 'passer-by'], 'panel.not-assessors'],
  ])('of %s is refused', (_, ids, code) => {
    expect(refusalBy(() => formPanel(unassigned, choice(ids), ground(), at(officer)))?.code).toBe(code);
  });

  it('never contains the applicant, even one who is an assessor', () => {
    const own = { ...ground(), candidates: [...everyone, aCandidate('owner')] };
    expect(refusalBy(() => formPanel(unassigned, choice(['leader', 'member', 'owner']), own, at(officer)))?.code).toBe(
      'panel.applicant-among-them',
    );
  });

  it('never contains who declared a conflict', () => {
    const partial = declareConflict(unassigned, { ground: 'kin', statement: '亲属' }, [], at(member)).application.next;
    expect(
      refusalBy(() => formPanel(partial, choice(['leader', 'member', 'outsider']), ground(), at(officer))),
    ).toEqual({
      code: 'panel.conflict',
      detail: { people: ['member'] },
    });
  });

  it.each([
    [
      'whose term ended yesterday',
      { appointments: [{ from: '2026-01-01', to: '2027-02-28', letter: 'x' }] },
      'panel.no-term',
    ],
    ['whose term ends today', { appointments: [{ from: '2026-01-01', to: '2027-03-01', letter: 'x' }] }, undefined],
    ['whose term begins today', { appointments: [{ from: '2027-03-01', to: '2027-12-31', letter: 'x' }] }, undefined],
    [
      'whose term begins tomorrow',
      { appointments: [{ from: '2027-03-02', to: '2027-12-31', letter: 'x' }] },
      'panel.no-term',
    ],
    ['who left the pool today', { exit: { on: '2027-03-01', reason: '', by: '', at: '' } }, 'panel.no-term'],
    ['who leaves the pool tomorrow', { exit: { on: '2027-03-02', reason: '', by: '', at: '' } }, undefined],
    ['who works for the applicant', { employments: [{ name: '昆明 某厂' }] }, 'panel.conflict-detected'],
    [
      'who left the applicant three years ago today',
      { employments: [{ name: '院' }, { name: '昆明某厂', until: '2024-03-01' }] },
      'panel.conflict-detected',
    ],
    [
      'who left it a day before',
      { employments: [{ name: '院' }, { name: '昆明某厂', until: '2024-02-29' }] },
      undefined,
    ],
    [
      'of another name but the same credit code',
      { employments: [{ name: '改名厂', creditCode: '91530100MA6K000000' }] },
      'panel.conflict-detected',
    ],
  ])('with someone %s', (_, entry, code) => {
    const candidates = [...everyone.slice(1), aCandidate('leader', { entry: anEntry('leader', entry) })];
    const form = () =>
      formPanel(unassigned, choice(['leader', 'member', 'outsider']), { ...ground(), candidates }, at(officer));
    expect(refusalBy(form)?.code).toBe(code);
  });

  it.each([
    ['without the pledge', { pledged: false }, 'panel.not-pledged'],
    ['who is not in the pool', { entry: undefined }, 'panel.no-term'],
    [
      'with as many cases as the rules allow',
      { reviews: new Set(Array.from({ length: 12 }, (_, i) => `app_${i + 10}`)) },
      'panel.load-full',
    ],
    ['with one less', { reviews: new Set(Array.from({ length: 11 }, (_, i) => `app_${i + 10}`)) }, undefined],
    [
      'whose twelve include this case',
      { reviews: new Set(Array.from({ length: 12 }, (_, i) => `app_${i + 1}`)) },
      undefined,
    ],
  ])('with someone %s', (_, given, code) => {
    const candidates = [...everyone.slice(1), aCandidate('leader', given)];
    const form = () =>
      formPanel(unassigned, choice(['leader', 'member', 'outsider']), { ...ground(), candidates }, at(officer));
    expect(refusalBy(form)?.code).toBe(code);
  });

  it('keeps a member whose term ended since, and takes no newcomer without one', () => {
    const ended = { appointments: [{ from: '2026-01-01', to: '2027-02-28', letter: 'x' }] };
    const candidates = [aCandidate('leader', { entry: anEntry('leader', ended) }), ...everyone.slice(1)];
    const form = (ids: string[]) => () => formPanel(inReview(), choice(ids), { ...ground(), candidates }, at(officer));
    expect(refusalBy(form(['leader', 'member', 'outsider']))).toBeUndefined();
  });

  it('is formed anew until the first sheet is handed in', () => {
    const anew = (sheets: Review[]) => () =>
      formPanel(inReview(), choice(['leader', 'outsider', 'fourth']), ground(sheets), at(officer));
    expect(refusalBy(anew([aSheet('leader'), aSheet('member')]))).toBeUndefined();
    expect(refusalBy(anew([handedIn('leader'), aSheet('member')]))?.code).toBe('panel.sheets-handed-in');
  });

  it('stands once its report is handed in', () => {
    const done = inReview({ materialReview: reported() });
    expect(
      refusalBy(() => formPanel(done, choice(['leader', 'member', 'outsider']), ground(), at(officer)))?.code,
    ).toBe('panel.report-handed-in');
  });

  it('is formed by the office alone, in material review alone', () => {
    expect(
      refusalBy(() => formPanel(unassigned, choice(['leader', 'member', 'outsider']), ground(), at(leader)))?.code,
    ).toBe('person.role-missing');
    const early = inReview({ stage: 'EligibilityReview', panel: undefined });
    expect(
      refusalBy(() => formPanel(early, choice(['leader', 'member', 'outsider']), ground(), at(officer)))?.code,
    ).toBe('stage.action-unavailable');
  });

  it('gives its new members empty sheets and leaves the others theirs', () => {
    const { next } = formPanel(
      inReview(),
      choice(['leader', 'outsider', 'fourth']),
      ground([aSheet('leader')]),
      at(officer),
    );
    const opened = emptySheets(next, [aSheet('leader')], (prefix) => `${prefix}_1`);
    expect(opened.map((s) => [s.reviewId, s.assessorId, s.version, s.status])).toEqual([
      ['app_1~rev_1', 'outsider', 1, 'draft'],
      ['app_1~rev_1', 'fourth', 1, 'draft'],
    ]);
  });
});

describe('a seat that the office ends', () => {
  const seats = {
    leaderId: 'leader',
    assessorIds: ['leader', 'member', 'outsider'],
    formedAt: '2027-02-01T00:00:00.000Z',
  };
  const sitting = inReview({ panel: seats });
  const sheets = [handedIn('leader'), aSheet('member'), aSheet('outsider')];
  const ill = { personId: 'member', reason: '因病住院' };
  const form = (ids: string[], { leaderId = 'leader', ended = [ill], given = sheets, candidates = everyone } = {}) =>
    formPanel(sitting, { leaderId, assessorIds: ids, ended }, { ...ground(given), candidates }, at(officer));

  it('is filled by a substitute after a colleague handed in; the draft is closed, and the reason is on record', () => {
    const { next, events } = form(['leader', 'outsider', 'fourth']);
    expect(next.panel?.assessorIds).toEqual(['leader', 'outsider', 'fourth']);
    expect(events).toMatchObject([{ type: 'panelFormed', detail: { added: ['fourth'], ended: [ill] } }]);
    expect(closedSheets(next, sheets, at(officer)).map((s) => [s.next.assessorId, s.next.voided?.because])).toEqual([
      ['member', 'leftPanel'],
    ]);
  });

  it.each([
    ['of nobody', { ended: [] }, ['leader', 'outsider', 'fourth'], 'panel.sheets-handed-in'],
    ['of one while another goes too', {}, ['leader', 'fourth', 'fifth'], undefined],
    [
      'while one goes who handed in',
      { leaderId: 'outsider' },
      ['outsider', 'fourth', 'fifth'],
      'panel.sheets-handed-in',
    ],
    ['of someone who stays', {}, ['leader', 'member', 'outsider'], 'panel.seat-not-ended'],
    [
      'of someone who has none',
      { ended: [{ ...ill, personId: 'sixth' }] },
      ['leader', 'member', 'outsider'],
      'panel.seat-not-ended',
    ],
  ])('%s', (_, given, ids, code) => {
    expect(refusalBy(() => form(ids, given))?.code).toBe(code);
  });

  it('is not that of an assessor whose score is in, unless they are out of the pool', () => {
    const given = [handedIn('leader'), handedIn('member'), aSheet('outsider')];
    const ids = ['leader', 'outsider', 'fourth'];
    expect(refusalBy(() => form(ids, { given }))?.code).toBe('panel.seat-handed-in');
    const exit = { on: '2027-02-25', reason: '退库', by: 'officer', at: '2027-02-25T00:00:00.000Z' };
    for (const gone of [
      aCandidate('member', { entry: anEntry('member', { exit }) }),
      aCandidate('member', { isAssessor: false }),
    ]) {
      const candidates = everyone.map((c) => (c.personId === 'member' ? gone : c));
      expect(refusalBy(() => form(ids, { given, candidates }))).toBeUndefined();
    }
  });

  it('is not needed to name another leader', () => {
    const ids = seats.assessorIds;
    expect(form(ids, { ended: [], leaderId: 'outsider' }).next.panel?.leaderId).toBe('outsider');
  });
});

describe('a conflict', () => {
  const kin = { ground: 'kin', statement: '亲属' } as const;

  it('of the leader hands the lead to the next on the list', () => {
    expect(declareConflict(inReview(), kin, [], at(leader)).application.next.panel).toMatchObject({
      leaderId: 'member',
      assessorIds: ['member'],
    });
  });

  it('of the only member leaves no panel', () => {
    const alone = inReview({
      panel: { leaderId: 'leader', assessorIds: ['leader'], formedAt: '2027-02-01T00:00:00.000Z' },
    });
    expect(declareConflict(alone, kin, [], at(leader)).application.next.panel).toBeUndefined();
  });

  it('lets the office fill the seat after sheets are handed in, but not replace who handed in', () => {
    const gap = declareConflict(inReview(), kin, [], at(member)).application.next;
    const fill = (ids: string[], leaderId: string) => () =>
      formPanel(gap, choice(ids, leaderId), ground([handedIn('leader')]), at(officer));
    expect(refusalBy(fill(['leader', 'outsider', 'fourth'], 'leader'))).toBeUndefined();
    expect(refusalBy(fill(['outsider', 'fourth', 'fifth'], 'outsider'))?.code).toBe('panel.sheets-handed-in');
  });
});
