import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/actor';
import { exportRows } from '#domain/assessor/columns';
import { writeWorkbook } from '#functions/api/assessor/write-workbook';
import type { Route } from '#functions/api/route';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';
import type { Cast } from '#local/sample/set-up';
import { assemble, one } from '#local/sample/set-up';
import type { Carried, Visitor } from '#local/sample/visitor';
import { exampleOf } from '#test/build/example';
import { announce } from './chapters/announce.ts';
import { applyInNumbers } from './chapters/apply.ts';
import { examine, publish } from './chapters/eligibility.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { recordIds } from './record-ids.ts';
import { until } from './stage-door.ts';
import type { Entrant, Story } from './story.ts';

let fresh: FreshCloud;
let cast: Cast;
let story: Story;
let cycleId: string;
let entrants: Entrant[];
const assessors = ['assessor-1', 'assessor-2', 'assessor-3'];

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'impartial' };
  const cycle = await announce(story);
  cycleId = cycle.cycleId;
  entrants = await applyInNumbers(story, cycleId, cycle.year, 2);
  await examine(story, entrants);
  await publish(story, cycleId, 'EligibilityNotice', entrants, 'MaterialReview');
}, 180_000);
afterAll(() => fresh.end());

const office = () => one(cast, 'office');
const colleague = () => one(cast, 'office-2');
const closed = () => entrants[0] as Entrant;
const open = () => entrants[1] as Entrant;
const of = ({ applicationId }: Entrant) => ({ params: { applicationId } });

describe('the pool', () => {
  const params = () => ({ programmeId: story.programmeId });
  const importing = (body: { file: string; digest?: string }) =>
    office().attempt('importAssessors', { params: params(), body });
  const outcomes = ({ body }: Awaited<ReturnType<typeof importing>>) =>
    (body['rows'] as { outcome: string }[]).map((r) => r.outcome);
  const bookOf = async (rows: string[][]) => (await writeWorkbook(rows)).toString('base64');

  test('comes in as a workbook: a dry run first, then exactly that, and the second time nothing more', async () => {
    const { items } = await office().call('listAssessors', { params: params() });
    const pool = items.map((a) => ({ ...a, version: 1, chain: { sequence: 0, hash: '' } }));
    const [heads = [], ...rows] = exportRows(pool);
    expect(outcomes(await importing({ file: await bookOf([heads, ...rows]) }))).toEqual(['same', 'same', 'same']);

    const newcomer = ['P-900', '何专家', '', '某研究院', '', '机械', '4.1', '2026-01-01', '2030-12-31', '聘900'];
    const wrong = await bookOf([heads, ['P 901'], newcomer]);
    const refused = await importing({ file: wrong });
    expect(outcomes(refused)).toEqual(['refused', 'new']);
    const anyway = await importing({ file: wrong, digest: String(refused.body['digest']) });
    expect(anyway.body.code).toBe('assessor.import-has-errors');

    const right = await bookOf([heads, newcomer]);
    expect((await importing({ file: right, digest: 'guessed' })).body.code).toBe('assessor.import-changed');
    const dry = await importing({ file: right });
    expect(dry.body).toMatchObject({ imported: false, rows: [{ assessorId: 'P-900', outcome: 'new' }] });
    const done = await importing({ file: right, digest: String(dry.body['digest']) });
    expect(done.body).toMatchObject({ imported: true });
    expect(outcomes(await importing({ file: right }))).toEqual(['same']);
  });

  test('goes out as a workbook, to the office alone', async () => {
    expect(await office().attempt('exportAssessors', { params: params() })).toMatchObject({ status: 200 });
    expect((await one(cast, 'assessor-1').attempt('exportAssessors', { params: params() })).status).toBe(403);
  });
});

describe('the assignment', () => {
  test('proposes nobody before the pledge, and says so', async () => {
    const { panels } = await office().call('proposeAssignment', { params: { cycleId } });
    expect(panels.map((p) => p.assessorIds)).toEqual([[], []]);
    expect(panels[0]?.unfilled.blockedBy).toMatchObject([{ block: 'notPledged', people: 3, zh: '未签署本届承诺' }]);
  });

  test('is proposed, checked, decided whole, and then formed case by case', async () => {
    for (const sub of assessors)
      await one(cast, sub).call('signPledge', {
        params: { cycleId },
        body: { impartiality: true, confidentiality: true },
      });
    const { panels } = await office().call('proposeAssignment', { params: { cycleId } });
    expect(panels.map((p) => p.assessorIds.length)).toEqual([3, 3]);
    const wanted = panels.map(({ applicationId, assessorIds, leaderId = '' }) => ({
      applicationId,
      assessorIds,
      leaderId,
    }));
    const wrong = [
      wanted[0],
      { ...wanted[1], assessorIds: [...assessors.slice(0, 2).map((a) => cast.idOf(a)), 'nobody'] },
    ];
    const refused = await office().attempt('decideAssignment', { params: { cycleId }, body: { panels: wrong } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'assignment.faults' } });
    expect((await office().call('showPanel', of(closed()))).members).toEqual([]);
    const body = { panels: wanted };
    expect(await office().call('checkAssignment', { params: { cycleId }, body })).toEqual({ faults: [] });
    await office().call('decideAssignment', { params: { cycleId }, body });
    for (const entrant of entrants)
      await until(
        'the panel is formed',
        () => office().call('showPanel', of(entrant)),
        (p) => p.members.length === 3,
      );
  });
});

describe('independent review', () => {
  test('nobody sees another’s sheet before handing in their own; the office never one that is not handed in', async () => {
    const sheetOf = async (sub: string) => {
      const { items } = await one(cast, sub).call('listMyReviews');
      return items.find((r) => r.applicationId === closed().applicationId)?.reviewId ?? '';
    };
    const [first, second] = [await sheetOf('assessor-1'), await sheetOf('assessor-2')];
    await handIn('assessor-2', second, 70);
    const seen = (by: Visitor, reviewId: string) => by.attempt('showReview', { params: { reviewId } });
    expect((await seen(one(cast, 'assessor-1'), second)).status).toBe(404);
    expect((await seen(one(cast, 'assessor-3'), second)).status).toBe(404);
    expect((await seen(office(), first)).status).toBe(404);
    expect((await seen(office(), second)).status).toBe(200);
  });

  test('the leader returns a sheet after handing in their own; the old version is kept, the next one counts', async () => {
    const { leaderId = '', members } = await office().call('showPanel', of(open()));
    const subOf = (personId: string) => assessors.find((sub) => cast.idOf(sub) === personId) ?? '';
    const leader = one(cast, subOf(leaderId));
    const other = subOf(members.find((m) => m.assessorId !== leaderId)?.assessorId ?? '');
    const sheetOf = async (sub: string) => {
      const { items } = await one(cast, sub).call('listMyReviews');
      return items.find((r) => r.applicationId === open().applicationId)?.reviewId ?? '';
    };
    const first = await sheetOf(other);
    const item = { percentage: 60, strengths: '系统', improvements: '对比不足', revision: 0 };
    const save = { params: { reviewId: first, code: '4.1.2' }, body: item };
    expect((await one(cast, other).call('saveReviewItem', save)).item.revision).toBe(1);
    const stale = await one(cast, other).attempt('saveReviewItem', { ...save, body: { ...item, percentage: 65 } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'review.item-changed' } });
    await handIn(other, first, 40);
    const back = { params: { reviewId: first }, body: { reason: '4.7 未引用证据' } };
    expect((await leader.attempt('returnReview', back)).status).toBe(404);
    await handIn(leader.sub, await sheetOf(leader.sub), 70);
    await leader.call('returnReview', back);
    expect(await office().call('showReview', { params: { reviewId: first } })).toMatchObject({
      status: 'handedIn',
      returned: { reason: '4.7 未引用证据' },
    });
    const next = await sheetOf(other);
    expect(next).not.toBe(first);
    expect((await leader.attempt('showConsensus', of(open()))).body.code).toBe('report.sheets-missing');
    await handIn(other, next, 50);
    const third = assessors.find((sub) => sub !== other && sub !== leader.sub) ?? '';
    await handIn(third, await sheetOf(third), 55);
    const side = await leader.call('showConsensus', of(open()));
    expect(side.items[0]).toEqual({ code: '4.1.2', percentages: [50, 55, 70], mean: 60, spread: 20, demanded: false });
  });
});

async function handIn(sub: string, reviewId: string, percentage: number): Promise<void> {
  const criteria = await office().call('showCriteria', { params: { cycleId, kind: 'organisation' } });
  const items = criteria.categories.flatMap((c) =>
    c.items.map(({ code }) => ({ code, percentage, strengths: '系统', improvements: '对比不足' })),
  );
  await one(cast, sub).call('saveReview', { params: { reviewId }, body: { items } });
  await one(cast, sub).call('handInReview', { params: { reviewId } });
}

const all = Object.entries(routes) as [RouteName, Route][];
let ids: Map<string, string>;
/** What would tell of the closed case in any answer. */
let telling: string[] = [];

const carried = (route: Route): Carried => {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const example = exampleOf(route.params) as Record<string, string>;
  return {
    params: Object.fromEntries(names.map((name) => [name, ids.get(name) ?? example[name] ?? 'x'])),
    query: { ...(exampleOf(route.query) as Record<string, string>), programmeId: story.programmeId },
    ...(route.method !== 'GET' && { body: exampleOf(route.body) }),
  };
};

const recordConflict = (sub: string, statement: string) =>
  office().call('recordConflict', { ...of(closed()), body: { personId: cast.idOf(sub), ground: 'kin', statement } });

/** The routes for the role that show somebody something of the closed case. */
async function leaksTo(sub: string, role: Role): Promise<[RouteName, number][]> {
  // What is for everybody registered is asked by those who see most of a case by their role.
  const widely = role === 'office' || role === 'assessor';
  const theirs = all.filter(([, { who }]) =>
    who === 'registered' ? widely : Array.isArray(who) && who.includes(role),
  );
  return leaksOf(sub, theirs);
}

async function leaksOf(sub: string, theirs: readonly [RouteName, Route][]): Promise<[RouteName, number][]> {
  const leaks: [RouteName, number][] = [];
  for (const [name, route] of theirs) {
    const { status, body } = await one(cast, sub).attempt(name, carried(route));
    const aboutTheCase = /\{(applicationId|reviewId|documentId)\}/.test(route.path);
    const text = JSON.stringify(body.detail ? { ...body, detail: undefined } : body);
    if (status < 400 && (aboutTheCase || telling.some((t) => text.includes(t)))) leaks.push([name, status]);
  }
  return leaks;
}

describe('an officer with a conflict', () => {
  test('sees nothing of the case on any route, and the other case as before', { timeout: 120_000 }, async () => {
    const { applicationId } = closed();
    const before = await colleague().call('showApplication', of(closed()));
    const { items: documents } = await colleague().call('listDocuments', of(closed()));
    const reviews = fresh.cloud.dynamodb;
    ids = recordIds(reviews);
    ids
      .set('applicationId', applicationId)
      .set('cycleId', cycleId)
      .set('documentId', documents[0]?.documentId ?? '');
    const { members } = await office().call('showPanel', of(closed()));
    ids.set('reviewId', members.find((m) => m.reviewId)?.reviewId ?? '');

    await recordConflict('office-2', '申报单位负责人系其配偶');
    telling = [applicationId, closed().name, before.code ?? 'no code', ...documents.map((d) => d.documentId)];
    expect(await leaksTo('office-2', 'office')).toEqual([]);
    expect(
      (await colleague().call('listApplications', { params: { cycleId } })).items.map((a) => a.applicationId),
    ).toEqual([open().applicationId]);
    expect((await colleague().attempt('showApplication', of(open()))).status).toBe(200);
  });

  test('cannot lift it; a colleague can, with a reason', async () => {
    const personId = cast.idOf('office-2');
    const lifting = { params: { applicationId: closed().applicationId, personId }, body: { reason: '经核实系同名' } };
    expect((await colleague().attempt('liftConflict', lifting)).status).toBe(404);
    await office().call('liftConflict', lifting);
    expect((await colleague().attempt('showApplication', of(closed()))).status).toBe(200);
  });
});

describe('an assessor whose conflict is found later', () => {
  test('loses access at once, the sheet is void, the panel is short, the substitute starts anew', async () => {
    const { reviewId } = (await one(cast, 'assessor-2').call('listMyReviews')).items.find(
      (r) => r.applicationId === closed().applicationId,
    ) ?? { reviewId: '' };
    await one(cast, 'assessor-2').call('declareConflict', {
      ...of(closed()),
      body: { ground: 'consulting', statement: '曾任顾问' },
    });
    for (const attempt of [
      one(cast, 'assessor-2').attempt('showReview', { params: { reviewId } }),
      one(cast, 'assessor-2').attempt('showMaterials', of(closed())),
      one(cast, 'assessor-2').attempt('listDocuments', of(closed())),
    ])
      expect((await attempt).status).toBe(404);
    const mine = await one(cast, 'assessor-2').call('listMyReviews');
    expect(mine.items.map((r) => r.applicationId)).toEqual([open().applicationId]);
    const { members } = await office().call('showPanel', of(closed()));
    expect(members).toHaveLength(2);
    const kept = await office().call('showReview', { params: { reviewId } });
    expect(kept.status).toBe('handedIn');
  });
});

describe('whoever else has a duty and a conflict', () => {
  test.each([
    ['assessor-2', 'assessor'],
    ['member-1', 'committeeMember'],
    ['dept-market', 'department'],
    ['wuhua', 'recommendingBody'],
    ['registrar', 'registrar'],
  ] as const)('%s sees nothing of the case on any route', { timeout: 120_000 }, async (sub, role) => {
    // The assessor has declared theirs before.
    if (role !== 'assessor') await recordConflict(sub, '近三年内曾受其聘用');
    expect(await leaksTo(sub, role)).toEqual([]);
  });

  test('and whoever has none is shown it still: the search above can find', async () => {
    expect(await leaksOf('assessor-1', [['showMaterials', routes.showMaterials]])).toEqual([['showMaterials', 200]]);
  });
});
