import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { reported } from '#test/build/review';
import { anOnSiteReport } from '#test/build/on-site';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let committee: Committee;
beforeAll(async () => {
  committee = await aCommittee(3);
  await committee.enrol('partial', { role: 'office' });
});
afterAll(() => committee.stop());

const withConflict = (applicationId: string) =>
  committee.done('office', 'recordConflict', {
    params: { applicationId },
    body: { personId: idOf('partial'), ground: 'kin', statement: '配偶任职' },
  });

const enter = (ids: readonly string[]) =>
  ids.map((applicationId) => ({ applicationId, defence: true, onSite: true, reason: '同意入围' }));

describe('an officer with a conflict', () => {
  test('does not fix the shortlist over the head of the case: a colleague does', async () => {
    const ids = ['app_s1', 'app_s2'];
    const rules = { shortlist: { mode: 'rank', organisations: 1, individuals: 1 } };
    const cases = ids.map((applicationId, i) => ({
      ...{ applicationId, code: applicationId, stage: 'MaterialReview' as const },
      materialReview: reported(500_000 - i),
    }));
    await committee.cycleWith('cyc_s', cases, rules);
    await withConflict('app_s1');
    const params = { cycleId: 'cyc_s' };
    // All that the officer sees is the other case, which would have the only place.
    expect((await committee.done('partial', 'previewShortlist', { params }))['items']).toMatchObject([
      { applicationId: 'app_s2' },
    ]);
    const alone = await committee.call('partial', 'fixShortlist', { params, body: { entries: enter(['app_s2']) } });
    expect(alone).toMatchObject({ status: 403, body: { code: 'conflict.with-one-of-them' } });
    expect(JSON.stringify(alone.body)).not.toContain('app_s1');
    await committee.done('office', 'fixShortlist', { params, body: { entries: enter(ids) } });
  });

  const listed: Partial<Application> = {
    applicationId: 'app_r1',
    code: 'app_r1',
    stage: 'Recommendation',
    materialReview: reported(),
    defence: { scores: [{ assessorId: 'leader', points: 80, at: now }] },
    onSite: { report: anOnSiteReport(700_000) },
  };
  const out = { listId: 'lst_1', defence: false, onSite: false, reason: '未入围', at: now };
  test.each([
    ['still to be recommended', { stage: 'Recommendation' }],
    ['owed its report', { stage: 'MaterialReview', materialReview: reported(), shortlisting: out }],
  ] as const)('does not fix the recommended list while the case is %s', async (_, given) => {
    const cycleId = `cyc_${given.stage}`;
    const [seen, hidden] = [`${cycleId}-seen`, `${cycleId}-hidden`];
    await committee.cycleWith(cycleId, [
      { ...listed, applicationId: seen },
      { ...listed, ...given, applicationId: hidden, code: hidden },
    ]);
    await withConflict(hidden);
    const params = { cycleId };
    const body = { entries: [{ applicationId: seen, award: 'qualityAward', reason: '名列前茅' }] };
    const alone = await committee.call('partial', 'fixRecommendedList', { params, body });
    expect(alone).toMatchObject({ status: 403, body: { code: 'conflict.with-one-of-them' } });
    expect(JSON.stringify(alone.body)).not.toContain(hidden);
    const whole = await committee.call('office', 'fixRecommendedList', { params, body });
    expect(whole.body.code).toBe(given.stage === 'Recommendation' ? 'list.not-named' : 'report.deliveries-missing');
  });
});
