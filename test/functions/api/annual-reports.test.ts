import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decided } from '#domain/record';
import { at, officer, programmeId } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { aProgramme, aWinner } from '#test/build/winner';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let stand: Committee;
const winner = 'member-1';
const certificateNumber = 'KM2026-ZL-Z09';
const duty = aDuty({
  ...{ version: 0, certificateNumber, ownerId: idOf(winner), applicationId: 'app_conflict' },
  ...{ dutyId: `annualReport-${certificateNumber}-2027`, year: 2027, dueOn: '2027-02-27', remindOn: '2027-03-02' },
});
const params = { dutyId: duty.dutyId };
const report = { summary: '全年稳健', goals: '新目标', publicPart: '我们的做法 <script>x</script>' };

beforeAll(async () => {
  stand = await aCommittee(2);
  const deps = stand.deps();
  const arranged = at(officer, now);
  await deps.programmes.save(decided(arranged, aProgramme({ version: 0 }), { type: 'arranged' }));
  const won = aWinner({ version: 0, certificateNumber, ownerId: idOf(winner), applicationId: '', cycleId: '' });
  await deps.winners.save(decided(arranged, won, { type: 'arranged' }));
  await deps.duties.save(decided(arranged, duty, { type: 'arranged' }));
});
afterAll(() => stand.stop());

describe('a yearly report', () => {
  test('comes late and is flagged, is returned, comes again, is acknowledged and its public part published', async () => {
    expect((await stand.call('member-2', 'handInAnnualReport', { params, body: report })).status).toBe(404);
    const first = await stand.done(winner, 'handInAnnualReport', { params, body: report });
    expect(first).toMatchObject({ status: 'handedIn', done: { late: true } });
    expect((await stand.call(winner, 'handInAnnualReport', { params, body: report })).body.code).toBe(
      'duty.done-already',
    );

    const returned = { reason: '缺少指标', dueOn: '2027-03-20' };
    expect((await stand.call(winner, 'returnAnnualReport', { params, body: returned })).status).toBe(403);
    await stand.done('office', 'returnAnnualReport', { params, body: returned });
    const { items: mine } = await stand.done(winner, 'listMyDuties');
    expect(mine).toMatchObject([{ status: 'open', dueOn: '2027-03-20', returned: { reason: '缺少指标' } }]);

    await stand.done(winner, 'handInAnnualReport', { params, body: report });
    const shown = async () => stand.done('office', 'listPublicReports', { params: { certificateNumber } });
    expect((await shown()).items).toEqual([]);
    await stand.done('office', 'acknowledgeAnnualReport', { params });
    expect((await shown()).items).toEqual([{ year: 2027, text: '我们的做法' }]);
    const page = await stand.done('office', 'showVerification', { params: { certificateNumber } });
    expect(page.text).toContain('<pre>我们的做法</pre>');

    const { items } = await stand.done('auditor', 'showAnnualReports', { params });
    expect(items).toMatchObject([
      { round: 1, late: true, status: 'returned', decided: { reason: '缺少指标' } },
      { round: 2, late: false, status: 'acknowledged' },
    ]);
    await stand.done(winner, 'consentToPublication', { params, body: { consent: false } });
    expect((await shown()).items).toEqual([]);
  });

  test('awaits the office in the next morning’s digest', async () => {
    const marks = [];
    for await (const { type, dueOn } of stand.deps().due.upTo('2027-03-02'))
      if (type === 'staffDigest') marks.push(dueOn);
    expect(marks).toEqual(['2027-03-02']);
  });

  test('is not there for an officer who has a conflict with the winner', async () => {
    const documents = DynamoDBDocumentClient.from(stand.served.client);
    const Item = { pk: `CONFLICTS#${idOf('office')}`, sk: 'app_conflict', type: 'conflict' };
    await documents.send(new PutCommand({ TableName: 'core', Item }));
    for (const name of ['showAnnualReports', 'acknowledgeAnnualReport'] as const)
      expect((await stand.call('office', name, { params })).status).toBe(404);
    expect((await stand.done('office', 'listDuties', { params: { programmeId } })).items).toEqual([]);
    expect((await stand.done('auditor', 'listDuties', { params: { programmeId } })).items).toHaveLength(1);
  });

  test('is owed no more when the award is revoked', async () => {
    const deps = stand.deps();
    const open = { ...duty, dutyId: 'annualReport-open', year: 2028 };
    await deps.duties.save(decided(at(officer, now), open, { type: 'arranged' }));
    const { cancelDuties } = await import('#functions/events/outbox/cancel-duties');
    await cancelDuties(certificateNumber, deps);
    expect((await deps.duties.get('annualReport-open')).status).toBe('cancelled');
    expect((await deps.duties.get(duty.dutyId)).status).toBe('done');
    const late = await stand.call(winner, 'handInAnnualReport', {
      params: { dutyId: 'annualReport-open' },
      body: report,
    });
    expect(late.body.code).toBe('duty.cancelled');
  });
});
