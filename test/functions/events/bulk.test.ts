import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import type { AuditEvent } from '#domain/audit/event';
import { prepareNotice } from '#domain/public-notice/prepare';
import { decided } from '#domain/record';
import type { applyNextBundle as ApplyNextBundle } from '#functions/events/outbox/apply-list';
import type { gatherNotice as GatherNotice } from '#functions/events/outbox/gather-notice';
import { at, officer, programmeId } from '#test/build/an-application';
import { aCycle, anOrganisation, calendars } from '#test/build/eligibility';
import { answered } from '#test/build/notice';
import { aStand } from '#test/functions/steps/stand';

const many = 230;
const now = '2027-03-01T01:00:00.000Z';
const noticeId = 'ntc_1';
const listId = 'lst_1';

let stand: Awaited<ReturnType<typeof aStand>>;
let applyNextBundle: typeof ApplyNextBundle;
let gatherNotice: typeof GatherNotice;
beforeAll(async () => {
  stand = await aStand();
  // The environment of the stand silences what they log: loaded after it.
  ({ applyNextBundle } = await import('#functions/events/outbox/apply-list'));
  ({ gatherNotice } = await import('#functions/events/outbox/gather-notice'));
  stand.at(now);
  const deps = stand.deps();
  const programme = {
    ...aCycle(),
    programmeId,
    name: '质量奖',
    nameEn: 'Award',
    grantedBy: '市政府',
    legalBasis: '办法',
    certificatePrefix: 'T',
    calendars,
  };
  await deps.programmes.save(decided(at(systemActor, now), programme as never, { type: 'arranged' }));
  await deps.cycles.save(decided(at(systemActor, now), { ...aCycle(), version: 0 }, { type: 'arranged' }));
  for (let n = 0; n < many; n += 1)
    await deps.applications.save(
      decided(
        at(systemActor, now),
        {
          ...anOrganisation({ stage: 'EligibilityNotice', consultations: n % 10 === 3 ? [] : answered }),
          version: 0,
          applicationId: `app_${String(n).padStart(4, '0')}`,
        },
        { type: 'arranged' },
      ),
    );
});
afterAll(() => stand.stop());

const published = many - Math.ceil((many - 3) / 10);

/** Delivers what the notice's and the list's events let follow, each at least once, until nothing more comes. */
async function deliver(deps: ReturnType<typeof stand.deps>): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const events: AuditEvent[] = [
      ...(await Array.fromAsync(deps.audit.trail('notice', noticeId))),
      ...(await Array.fromAsync(deps.audit.trail('list', listId))),
    ];
    const fresh = events.filter((e) => !seen.has(e.eventId));
    if (fresh.length === 0) return;
    for (const { type, detail, eventId } of fresh) {
      if (type === 'noticePreparing') await gatherNotice(noticeId, Number(detail?.pages), deps);
      if (type === 'listFixed') await applyNextBundle(listId, 0, deps);
      if (type === 'listAdvanced') await applyNextBundle(listId, Number(detail?.applied), deps);
      seen.add(eventId);
    }
  }
}

/** Deps in which every call of the store after so many fails, as when the process is killed. */
function dying(after: number): ReturnType<typeof stand.deps> {
  const deps = stand.deps();
  let left = after;
  const killed = <F extends (...given: never[]) => Promise<unknown>>(act: F) =>
    ((...given: never[]) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : act(...given);
    }) as unknown as F;
  return {
    ...deps,
    applications: { ...deps.applications, save: killed(deps.applications.save) },
    notices: { ...deps.notices, save: killed(deps.notices.save), publish: killed(deps.notices.publish) },
    lists: { ...deps.lists, advance: killed(deps.lists.advance), writeBundle: killed(deps.lists.writeBundle) },
  };
}

describe('a notice of hundreds', () => {
  test('killed again and again, it is published whole and comes to each application once', async () => {
    const standing = {
      cycle: aCycle(),
      programme: { name: '质量奖', nameEn: 'Award' },
      earlier: [],
      lists: [],
    };
    const named = { kind: 'EligibilityNotice', title: '公示', noticeId, listId } as const;
    await stand.deps().notices.order(prepareNotice(standing, named, at(officer, now)), 0);
    let deaths = 0;
    for (const after of [0, 3, 7, 11, 40, 45, 60, 80]) {
      const died = await deliver(dying(after)).then(
        () => false,
        () => true,
      );
      if (died) deaths += 1;
    }
    expect(deaths).toBeGreaterThan(4);
    await deliver(stand.deps());

    const deps = stand.deps();
    const notice = await deps.notices.published(noticeId);
    const names = await deps.notices.entries.all(noticeId);
    expect([notice.entryCount, names.length, new Set(names.map((n) => n.applicationId)).size]).toEqual([
      published,
      published,
      published,
    ]);
    const list = await deps.lists.get(listId);
    expect(list.progress).toMatchObject({ entries: published, applied: list.progress?.bundles, failed: [] });
    expect(list.entries).toHaveLength(published);
    for (const { applicationId } of list.entries) {
      const application = await deps.applications.get(applicationId);
      expect(application.notices.EligibilityNotice?.noticeId).toBe(noticeId);
      const trail = await Array.fromAsync(deps.audit.trail('application', applicationId));
      expect(trail.filter((e) => e.type === 'noticePublished')).toHaveLength(1);
    }
    expect((await deps.applications.get('app_0003')).notices).toEqual({});
  });

  test('an event that comes again does nothing', async () => {
    const deps = stand.deps();
    const before = await deps.lists.head(listId);
    await deliver(deps);
    expect((await deps.lists.head(listId)).version).toBe(before.version);
  });

  test('one entry that fails keeps nobody waiting, and is tried again at the end', async () => {
    const deps = stand.deps();
    const entries = ['app_0000', 'app_none', 'app_0001'].map((applicationId) => ({
      applicationId,
      outcome: 'in' as const,
      reason: '更正',
    }));
    const facts = { noticeId: 'ntc_2', endsAt: '2028-01-01T00:00:00.000Z', corrects: noticeId };
    const list = {
      ...aCycle(),
      version: 0,
      listId: 'lst_2',
      kind: 'eligibilityNotice' as const,
      at: now,
      by: 'officer',
      entries,
      facts,
    };
    await deps.lists.save(decided(at(officer, now), list, { type: 'listFixed' }));
    await applyNextBundle('lst_2', 0, deps);
    for (const id of ['app_0000', 'app_0001'])
      expect((await deps.applications.get(id)).notices.EligibilityNotice?.noticeId).toBe('ntc_2');
    expect((await deps.lists.head('lst_2')).progress).toMatchObject({ applied: 1, failed: ['app_none'] });
    await expect(applyNextBundle('lst_2', 1, deps)).rejects.toThrow('1 entries not applied');
    await deps.applications.save(
      decided(
        at(systemActor, now),
        { ...anOrganisation({ stage: 'EligibilityNotice' }), version: 0, applicationId: 'app_none' },
        { type: 'arranged' },
      ),
    );
    await applyNextBundle('lst_2', 1, deps);
    expect((await deps.lists.head('lst_2')).progress?.failed).toEqual([]);
    expect((await deps.applications.get('app_none')).notices.EligibilityNotice?.noticeId).toBe('ntc_2');
  });
});
