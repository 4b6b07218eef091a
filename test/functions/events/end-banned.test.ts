import { afterAll, beforeAll, expect, test } from 'vitest';
import { decided } from '#domain/record';
import { systemActor } from '#domain/actor';
import { imposeBan } from '#domain/revocation/ban';
import { endBannedCases, leaveBallotsAndNotices } from '#functions/events/outbox/end-banned';
import { at, programmeId } from '#test/build/an-application';
import { aNotice } from '#test/build/notice';
import { inReview } from '#test/build/review';
import { registrar } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';
import type { Committee } from '#test/functions/api/committee';
import { aCommittee, now, recommended } from '#test/functions/api/committee';

let stand: Committee;
beforeAll(async () => void (stand = await aCommittee(3)));
afterAll(() => stand.stop());

const identifier = '91530100MA6K5N8L0D';
const banned = 'cyc_b-banned';
const other = 'cyc_b-other';
const noticeId = 'ntc_b';

test('a ban ends the case of a later cycle, takes it out of the open ballot and corrects the running notice; twice is once', async () => {
  const deps = stand.deps();
  await stand.cycleWith('cyc_b', [recommended(other)]);
  const notices = { EligibilityNotice: { noticeId, endsAt: '2027-03-08T16:00:00.000Z' } };
  const application = {
    ...inReview({ ...recommended(banned), cycleId: 'cyc_b', stage: 'CommitteeVote', appliedAs: identifier, notices }),
    version: 0,
  };
  await deps.applications.submit(decided(at(systemActor, now), application, { type: 'arranged' }), application, {});
  const meetingId = await stand.meeting('cyc_b');
  const params = { meetingId };
  await stand.done('office', 'openBallot', { params });
  await stand.done('member-2', 'castBallot', { params, body: { choices: { [banned]: 'yes', [other]: 'yes' } } });

  const notice = aNotice({ version: 0, noticeId, cycleId: 'cyc_b' });
  const entry = (applicationId: string) => ({
    applicationId,
    name: `厂 ${applicationId}`,
    kind: 'organisation' as const,
  });
  await deps.notices.entries.write(noticeId, 0, [entry(banned), entry(other)]);
  await deps.notices.save(decided(at(systemActor, now), notice, { type: 'arranged' }));
  const page = async () => String((await stand.done('office', 'showNoticePage', { params: { noticeId } })).text);
  expect(await page()).not.toContain('<del>');

  const banId = deps.bans.idOf(programmeId, identifier);
  const winner = { ...aWinner(), identifier };
  const imposed = { banId, winner, revocationId: 'rev_1', revokedOn: '2027-02-28', rules: { banYears: 5 } };
  await deps.bans.save(imposeBan(undefined, imposed, at(registrar, now)));
  for (let run = 0; run < 2; run += 1) {
    await endBannedCases(banId, stand.deps());
    await leaveBallotsAndNotices(banned, stand.deps());
  }

  expect(await deps.applications.get(banned)).toMatchObject({ stage: 'Ended', ended: { article: 'A27' } });
  expect((await deps.applications.get(other)).stage).toBe('CommitteeVote');
  const meeting = await deps.meetings.get(meetingId);
  expect(meeting.struck).toMatchObject([{ applicationId: banned, because: 'left' }]);
  const trail = await Array.fromAsync(deps.audit.trail('meeting', meetingId));
  expect(trail.filter((e) => e.type === 'candidateStruck')).toHaveLength(1);
  const removals = await stand.done('office', 'listNoticeRemovals', { params: { noticeId } });
  expect(removals.items).toMatchObject([{ noticeId, article: 'A27' }]);
  expect(JSON.stringify(removals)).not.toContain(identifier);

  const seen = await page();
  expect(seen).toContain(`<del>厂 ${banned}</del>`);
  expect(seen).not.toContain(`<del>厂 ${other}</del>`);
  for (const said of ['2027-03-01 退出公示(管理办法第二十七条)', '因所获奖励被撤销', 'Left the notice on 2027-03-01'])
    expect(seen).toContain(said);
  expect(seen).not.toContain(identifier);

  for (const sub of ['member-1', 'member-3'])
    await stand.done(sub, 'castBallot', { params, body: { choices: { [other]: 'yes' } } });
  const closed = await stand.done('member-1', 'closeBallot', { params, body: { minutes: '纪要' } });
  expect(closed.counts).toMatchObject([{ applicationId: other, yes: 3, outcome: 'in' }]);
  expect((await stand.done('office', 'listBans', { params: { programmeId } })).items).toMatchObject([
    { status: 'inForce', until: '2032-02-28' },
  ]);
});
