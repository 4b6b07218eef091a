import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RouteName } from '#functions/api/routes';
import { announcementOf, criteriaOf, cycleOf } from '#local/sample/load';
import type { Cast } from '#local/sample/set-up';
import { assemble, one, setUpProgramme } from '#local/sample/set-up';
import type { Carried } from '#local/sample/visitor';
import { visitor } from '#local/sample/visitor';
import { builtInEditions } from '#domain/review/criteria/built-in';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { clockOf, moveClock, recordResolution } from './stage-door.ts';

const programmeId = 'opening';
const day = 86_400_000;

let fresh: FreshCloud;
let cast: Cast;
let now: number;
let year: number;
let criteria: Record<string, string>;
let cycleId: string;

const office = () => one(cast, 'office');
const admin = () => one(cast, 'admin');
const anyone = () => visitor(fresh.cloud, 'public');
/** What somebody was told: the status and the code of the refusal. */
const told = async (sub: string, name: RouteName, carried: Carried) => {
  const { status, body } = await one(cast, sub).attempt(name, carried);
  if (body.code) expect(body.message?.zh).toMatch(/\p{Script=Han}/u);
  return [status, body.code];
};
const described = (given: object = {}) => ({ ...cycleOf(year, now + 10 * day, now + 20 * day), criteria, ...given });
const resolve = (kind: string) => recordResolution(fresh.cloud, one(cast, 'member-1'), programmeId, kind);

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  await setUpProgramme(cast, { programmeId, name: '质量奖', nameEn: 'Award', certificatePrefix: 'OPEN' });
  // A closing is prolonged within its year only: what would begin in December begins in January.
  const today = new Date(await clockOf(fresh.cloud));
  const january = `${today.getUTCFullYear() + 1}-01-05T01:00:00.000Z`;
  if (today.getUTCMonth() === 11) await moveClock(fresh.cloud, { to: january });
  now = await clockOf(fresh.cloud);
  year = new Date(now).getUTCFullYear();
  criteria = await criteriaOf(office(), programmeId);
}, 120_000);
afterAll(() => fresh.end());

describe('criteria as data', () => {
  const { organisation } = builtInEditions;
  const file = (edition: string) => ({ ...organisation, edition });
  const params = { programmeId };

  test('a programme begins with two editions that anyone may read', async () => {
    const { items } = await anyone().call('listEditions', { params });
    expect(items.map((e) => [e.kind, e.edition, e.categories.flatMap((c) => c.items).length]).sort()).toEqual([
      ['individual', 'individual-draft-1', 5],
      ['organisation', 'GB/T 19580-2012', 23],
    ]);
    expect(JSON.stringify(items)).not.toContain('loadedBy');
  });

  test('an administrator loads another, once, and no one else', async () => {
    expect(await told('office', 'loadEdition', { params, body: file('GB/T 19580-2030') })).toEqual([
      403,
      'person.role-missing',
    ]);
    await admin().call('loadEdition', { params, body: file('GB/T 19580-2030') });
    expect(await told('admin', 'loadEdition', { params, body: file('GB/T 19580-2030') })).toEqual([
      409,
      'criteria.edition-exists',
    ]);
    const short = { ...file('short'), categories: organisation.categories.slice(0, 6) };
    expect(await told('admin', 'loadEdition', { params, body: short })).toEqual([400, 'criteria.points-wrong']);
    expect((await anyone().call('listEditions', { params })).items).toHaveLength(3);
  });
});

describe('what a cycle rests on', () => {
  const params = { programmeId };

  test('settings are listed with their reasons and with what they take', async () => {
    const { version, items } = await anyone().call('listSettings');
    expect(version).toBe(1);
    const panel = items.find((s) => s.key === 'panelSize');
    expect(panel).toMatchObject({ code: 'D26', default: 5, schema: { minimum: 3, maximum: 7 } });
  });

  test('calendars are loaded by an administrator, and replaced for a reason only', async () => {
    const { items } = await anyone().call('listPublishedCalendars');
    expect(items.map((c) => c.year)).toEqual([2024, 2025, 2026]);
    const { year: of, ...calendar } = { ...items[0], source: '国办通知(更正)' };
    const carried = { params: { ...params, year: of ?? 0 }, body: calendar };
    expect(await told('office', 'loadCalendar', carried)).toEqual([403, 'person.role-missing']);
    expect(await told('admin', 'loadCalendar', carried)).toEqual([400, 'calendar.reason-missing']);
    const loaded = await admin().call('loadCalendar', { ...carried, body: { ...calendar, reason: '更正来源' } });
    expect(loaded).toMatchObject({ year: 2024, revision: 2, reason: '更正来源' });
    const listed = await anyone().call('listCalendars', { params });
    expect(listed.earlier).toMatchObject([{ year: 2024, revision: 1 }]);
  });

  test('versions of the rule set are added by an administrator, each document once', async () => {
    const { items } = await anyone().call('listRuleSets', { params });
    const [{ version: _, addedAt: __, ...first } = { version: 0, addedAt: '' }] = items;
    expect(await told('office', 'addRuleSet', { params, body: first })).toEqual([403, 'person.role-missing']);
    expect(await told('admin', 'addRuleSet', { params, body: first })).toEqual([409, 'rule-set.exists']);
  });
});

describe('a cycle', () => {
  test('is drafted and changed by the office, and seen by nobody outside until it is announced', async () => {
    const bare = described({ approvalReference: undefined, ruleSetVersion: undefined, criteria: {} });
    for (const sub of ['admin', 'member-1', 'individual'])
      expect((await told(sub, 'draftCycle', { params: { programmeId }, body: bare }))[0]).toBe(403);
    ({ cycleId } = await office().call('draftCycle', { params: { programmeId }, body: bare }));
    const params = { cycleId };
    expect((await anyone().attempt('showCycle', { params })).status).toBe(404);
    expect((await anyone().call('listCycles', { params: { programmeId } })).items).toEqual([]);
    expect((await office().call('listDrafts', { params: { programmeId } })).items).toHaveLength(1);

    const fields = ['ruleSetVersion', 'approvalReference', 'criteria.organisation', 'criteria.individual'];
    const draft = await office().call('showDraft', { params });
    expect(draft.missing.map((m) => m.field)).toEqual(fields);
    const early = await office().attempt('announceCycle', { params, body: announcementOf(year) });
    expect(early).toMatchObject({ status: 409, body: { code: 'cycle.incomplete', article: 'A1', detail: { fields } } });
    expect(early.body.message?.zh).toContain('省评比达标表彰工作机构的批复文号');

    expect(await told('office', 'changeDraft', { params, body: described({ rules: { quorums: [1, 2] } }) })).toEqual([
      400,
      'request.invalid',
    ]);
    await office().call('changeDraft', { params, body: described() });
    expect((await office().call('showDraft', { params })).missing).toEqual([]);
  });

  test('is announced with two documents that anyone may read, and cannot be changed any more', async () => {
    const params = { cycleId };
    await office().call('announceCycle', { params, body: announcementOf(year) });
    const shown = await anyone().call('showCycle', { params });
    expect(shown).toMatchObject({
      phase: 'announced',
      ruleSet: { version: 1 },
      settingsVersion: 1,
      criteria: { organisation: { edition: 'GB/T 19580-2012' } },
      calendars: [{ year, revision: 1 }],
    });
    const { items } = await anyone().call('listPublications', { params: { programmeId } });
    expect(items.map((p) => p.kind).sort()).toEqual(['announcement', 'circular']);
    const publicationId = shown.announcement?.publicationId ?? '';
    const document = await anyone().call('showPublication', { params: { publicationId } });
    expect(document.text).toContain('不收取任何费用');
    expect(await told('office', 'changeDraft', { params, body: described() })).toEqual([
      409,
      'cycle.already-announced',
    ]);
    expect(await told('office', 'announceCycle', { params, body: announcementOf(year) })).toEqual([
      409,
      'cycle.already-announced',
    ]);
  });

  test('keeps its criteria whatever is loaded later', async () => {
    const shown = await anyone().call('showCriteria', { params: { cycleId, kind: 'organisation' } });
    expect(shown).toMatchObject({ edition: 'GB/T 19580-2012', editionId: criteria.organisation });
  });

  test('within five years of it there is another only by a resolution, and a number is used once', async () => {
    const params = { programmeId };
    const body = described({ year: year + 4 });
    expect(await told('office', 'draftCycle', { params, body })).toEqual([409, 'cycle.too-soon']);
    const { resolutionId } = await resolve('earlierCycle');
    const second = await office().call('draftCycle', {
      params,
      body: { ...body, exceptionalResolutionId: resolutionId },
    });
    const announced = { params: { cycleId: second.cycleId }, body: announcementOf(year) };
    expect(await told('office', 'announceCycle', announced)).toEqual([409, 'cycle.number-taken']);
    await office().call('announceCycle', { ...announced, body: announcementOf(year + 4) });
    const third = await office().call('draftCycle', {
      params,
      body: { ...described({ year: year + 3 }), exceptionalResolutionId: resolutionId },
    });
    expect(
      await told('office', 'announceCycle', { params: { cycleId: third.cycleId }, body: announcementOf(year + 3) }),
    ).toEqual([409, 'resolution.used']);
  });

  test('that is announced in the same moment as another one is the only one', async () => {
    const years = [year + 20, year + 22];
    const drafts = await Promise.all(
      years.map((of) => office().call('draftCycle', { params: { programmeId }, body: described({ year: of }) })),
    );
    const answers = await Promise.all(
      drafts.map((draft, i) =>
        told('office', 'announceCycle', { params: { cycleId: draft.cycleId }, body: announcementOf(years[i] ?? 0) }),
      ),
    );
    expect(answers.sort()).toEqual([
      [200, undefined],
      [409, 'cycle.too-soon'],
    ]);
  });

  test('is amended by a resolution and a published document, never in its criteria, and each resolution once', async () => {
    const params = { cycleId };
    const closesAt = new Date(now + 25 * day).toISOString();
    const document = { number: '变更1号', title: '变更公告', text: '延长申报时间五日。' };
    const { resolutionId, number } = await resolve('cycleAmendment');
    const body = { resolutionId, document, changes: { closesAt } };
    for (const sub of ['admin', 'member-1'])
      expect(await told(sub, 'amendCycle', { params, body })).toEqual([403, 'person.role-missing']);
    expect(await told('office', 'amendCycle', { params, body: { ...body, resolutionId: 'res_0' } })).toEqual([
      404,
      'record.not-found',
    ]);
    const touching = { ...body, changes: { closesAt, criteria: { organisation: 'crt_0' } } };
    expect(await told('office', 'amendCycle', { params, body: touching })).toEqual([409, 'cycle.never-amended']);
    await office().call('amendCycle', { params, body });
    const again = { ...body, document: { ...document, number: '变更2号' }, changes: { rules: { panelSize: 7 } } };
    expect(await told('office', 'amendCycle', { params, body: again })).toEqual([409, 'resolution.used']);

    const shown = await anyone().call('showCycle', { params });
    expect(shown.closesAt).toBe(closesAt);
    expect(shown.amendments).toMatchObject([{ amendment: 1, resolution: { number }, document: { number: '变更1号' } }]);
    expect(shown.rules.panelSize).toBe(5);
    const publicationId = shown.amendments[0]?.document.publicationId ?? '';
    expect((await anyone().call('showPublication', { params: { publicationId } })).kind).toBe('amendment');
  });

  test('ends by recorded steps: completed when nothing is under way, then archived', async () => {
    const params = { cycleId };
    expect(await told('office', 'completeCycle', { params })).toEqual([409, 'cycle.not-closed']);
    await moveClock(fresh.cloud, { by: '+11d' });
    expect((await anyone().call('showCycle', { params })).phase).toBe('open');
    const begun = await one(cast, 'organisation').call('beginApplication', { params, body: { kind: 'organisation' } });
    await office().call('extendApplication', {
      params: { applicationId: begun.applicationId },
      body: { closesAt: new Date(now + 30 * day).toISOString(), reason: '停电' },
    });
    await moveClock(fresh.cloud, { by: '+15d' });
    expect((await anyone().call('showCycle', { params })).phase).toBe('closed');
    expect(await told('office', 'archiveCycle', { params })).toEqual([409, 'cycle.not-completed']);
    expect(await told('member-1', 'completeCycle', { params })).toEqual([403, 'person.role-missing']);
    const early = await office().attempt('completeCycle', { params });
    expect(early.body).toMatchObject({ code: 'cycle.cases-under-way', detail: { stages: ['草稿'] } });
    await moveClock(fresh.cloud, { by: '+5d' });
    await office().call('completeCycle', { params });
    expect((await office().call('archiveCycle', { params })).phase).toBe('archived');
    const late = await one(cast, 'individual').attempt('beginApplication', { params, body: { kind: 'individual' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'cycle.closed' } });
    const { resolutionId } = await resolve('cycleAmendment');
    const document = { number: '变更9号', title: '变更', text: '变更。' };
    const body = { resolutionId, document, changes: { rules: { noticeDays: { count: 9, unit: 'workingDays' } } } };
    expect(await told('office', 'amendCycle', { params, body })).toEqual([409, 'cycle.over']);
  });

  test('leaves every step of its life in its audit trail, whole', async () => {
    const trail = await one(cast, 'auditor').call('readAuditTrail', {
      params: { recordType: 'cycle', recordId: cycleId },
    });
    if (!('events' in trail)) throw new Error('no trail of a record');
    expect(trail.whole).toBe(true);
    const steps = trail.events.map((e) => e.type);
    expect(steps).toContain('retentionExtended');
    expect(steps.filter((type) => type !== 'retentionExtended')).toEqual([
      ...['cycleDrafted', 'cycleDraftChanged', 'cycleAnnounced'],
      ...['cycleAmended', 'cycleCompleted', 'cycleArchived'],
    ]);
  });
});
