import { CopyObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import { endNotice } from '#domain/public-notice/end-notice';
import { decided } from '#domain/record';
import { applyWholeList } from '#test/build/apply-whole-list';
import { at, officer, programmeId } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { aDecision } from '#test/build/revocation';
import type { Committee } from './committee.ts';
import { aCommittee, begins, idOf, now, recommended } from './committee.ts';

const s3 = mockClient(S3Client);
let committee: Committee;
beforeAll(async () => {
  Object.assign(process.env, { RECORDS_BUCKET: 'records', STAGING_BUCKET: 'staging' });
  s3.on(CopyObjectCommand).resolves({ VersionId: 'v1' });
  s3.on(HeadObjectCommand).rejects(new NotFound({ message: '', $metadata: {} }));
  committee = await aCommittee(9);
});
afterAll(() => {
  s3.restore();
  return committee.stop();
});

let cycles = 0;
let papers = 0;

/** A signed resolution that the member brought. */
async function signedBy(sub: string): Promise<string> {
  papers += 1;
  const documentId = `doc_res${papers}`;
  const paper = aDecision({ version: 0, kind: 'resolution', documentId, ownerId: idOf(sub) });
  await committee.deps().documents.save(decided(at(officer, now), paper, { type: 'arranged' }));
  return documentId;
}

/** A member records a resolution with its signed paper. */
async function resolve(sub: string, kind: string, given: object = {}): Promise<string> {
  const body = {
    kind,
    title: '决议',
    text: '同意',
    adoptedOn: '2027-03-01',
    documentId: await signedBy(sub),
    ...given,
  };
  return String((await committee.done(sub, 'recordResolution', { params: { programmeId }, body })).resolutionId);
}

/** An open ballot on these applications. */
async function openBallot(ids: string[], rules: object = {}) {
  cycles += 1;
  const cycleId = `cyc_v${cycles}`;
  await committee.cycleWith(
    cycleId,
    ids.map((id) => recommended(`${cycleId}-${id}`)),
    rules,
  );
  const meetingId = await committee.meeting(cycleId);
  await committee.done('office', 'openBallot', { params: { meetingId } });
  return { cycleId, meetingId, params: { meetingId }, app: (id: string) => `${cycleId}-${id}` };
}
const minutes = { minutes: '纪要' };

describe('a ballot through the API', () => {
  test('nine members who vote in the same moment are all counted, each once', async () => {
    const { params, app } = await openBallot(['a']);
    const cast = (sub: string, choice: string) =>
      committee.call(sub, 'castBallot', { params, body: { choices: { [app('a')]: choice } } });
    const answers = await Promise.all(committee.members.map((sub, i) => cast(sub, i < 6 ? 'yes' : 'no')));
    expect(answers.map((a) => a.status)).toEqual(Array(9).fill(200));
    const closed = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(closed.counts).toMatchObject([{ yes: 6, no: 3, base: 9, outcome: 'in' }]);
  });

  test('one member on many devices at once is counted once', async () => {
    const { params, app } = await openBallot(['a']);
    const cast = (sub: string, choice: string, key?: string) =>
      committee.call(sub, 'castBallot', { params, body: { choices: { [app('a')]: choice } }, ...(key && { key }) });
    const devices = await Promise.all(Array.from({ length: 8 }, () => cast('member-2', 'yes')));
    expect(devices.filter((d) => d.status === 200)).toHaveLength(1);
    expect(new Set(devices.filter((d) => d.status !== 200).map((d) => d.body.code))).toEqual(
      new Set(['vote.voted-already']),
    );
    const replays = await Promise.all(Array.from({ length: 8 }, () => cast('member-3', 'yes', 'same-key')));
    expect(replays.every((r) => r.status === 200)).toBe(true);
    expect((await cast('member-3', 'yes', 'another-key')).body.code).toBe('vote.voted-already');
    for (const sub of committee.members.filter((m) => m !== 'member-2' && m !== 'member-3')) await cast(sub, 'no');
    const closed = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(closed.counts).toMatchObject([{ yes: 2, no: 7, base: 9, outcome: 'out' }]);
  });

  test('while it is open nobody is shown a count, whoever asks', async () => {
    const { params, app } = await openBallot(['a']);
    for (const sub of ['member-2', 'member-3'])
      await committee.done(sub, 'castBallot', { params, body: { choices: { [app('a')]: 'yes' } } });
    for (const sub of ['office', 'auditor', 'member-1', 'member-2']) {
      const { body } = await committee.call(sub, 'showMeeting', { params });
      expect(body).toMatchObject({ ballot: { cast: 2, due: 9 }, rounds: [], voted: sub === 'member-2' });
      expect(body).not.toHaveProperty('counts');
      expect(JSON.stringify(body)).not.toMatch(/"yes"|"abstain"|compositeMilli/);
    }
    for (const sub of ['administrator', 'registrar', 'assessor'])
      expect((await committee.call(sub, 'showMeeting', { params })).status).toBe(403);
  });

  test('a member who leaves halts it, and it goes on when the quorum is back', async () => {
    const { params, app } = await openBallot(['a']);
    const choices = { [app('a')]: 'yes' };
    await committee.done('member-2', 'castBallot', { params, body: { choices } });
    for (const sub of ['member-6', 'member-7', 'member-8']) await committee.done(sub, 'checkOut', { params });
    const last = await committee.done('member-9', 'checkOut', { params });
    expect(last.status).toBe('halted');
    expect((await committee.call('member-3', 'castBallot', { params, body: { choices } })).body.code).toBe(
      'vote.halted',
    );
    expect((await committee.call('office', 'resumeBallot', { params })).body.code).toBe('vote.no-quorum');
    await committee.done('member-9', 'checkIn', { params });
    await committee.done('office', 'resumeBallot', { params });
    for (const sub of ['member-1', 'member-3', 'member-4', 'member-5', 'member-9'])
      await committee.done(sub, 'castBallot', { params, body: { choices } });
    const closed = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(closed.counts).toMatchObject([{ yes: 6, base: 6 }]);
  });

  test('a ballot declared void is destroyed uncounted and repeated', async () => {
    const { params, app } = await openBallot(['a']);
    const everyone = (choice: string) =>
      Promise.all(
        committee.members.map((sub) =>
          committee.done(sub, 'castBallot', { params, body: { choices: { [app('a')]: choice } } }),
        ),
      );
    await everyone('no');
    const after = await committee.done('member-1', 'voidBallot', { params, body: { reason: '有人误投' } });
    expect(after).toMatchObject({ status: 'convened', rounds: [{ void: '有人误投', tallies: [], ballots: 9 }] });
    await committee.done('office', 'openBallot', { params });
    await everyone('yes');
    const closed = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(closed.counts).toMatchObject([{ yes: 9, no: 0 }]);
  });

  test('a tie leads to a run-off, and no list is fixed before it is resolved', async () => {
    const quota = { organisation: 1, individual: 1 };
    const quotas = { qualityAward: quota, nominationAward: quota };
    const { cycleId, params, app } = await openBallot(['a', 'b'], { quotas });
    const sheet = (a: string, b: string) => ({ choices: { [app('a')]: a, [app('b')]: b } });
    for (const sub of committee.members) await committee.done(sub, 'castBallot', { params, body: sheet('yes', 'yes') });
    const tied = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(tied).toMatchObject({ status: 'tied', ties: [{ places: 1 }] });
    expect(await Array.fromAsync(committee.deps().lists.ofKind(cycleId, 'voteResult'))).toEqual([]);
    await committee.done('office', 'openBallot', { params });
    for (const sub of committee.members) await committee.done(sub, 'castBallot', { params, body: sheet('no', 'yes') });
    const closed = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(closed.counts).toMatchObject([{ outcome: 'out' }, { outcome: 'in' }]);
    expect(await Array.fromAsync(committee.deps().lists.ofKind(cycleId, 'voteResult'))).toHaveLength(1);
  });

  const withdraw = async (applicationId: string) => {
    const application = await committee.deps().applications.get(applicationId);
    const left = { ...application, stage: 'Withdrawn' as const };
    await committee.deps().applications.save(decided(at(officer, now), left, { type: 'withdrawn' }));
  };
  const puttingOff = (meetingId: string, applicationId: string) =>
    committee.call('office', 'openBallot', {
      params: { meetingId },
      body: { putOff: [{ applicationId, reason: '另行开会' }] },
    });

  test('the office takes nobody out of the vote for whom there is a quorum, and nobody out of a run-off', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    const [a, b] = [`${cycleId}-a`, `${cycleId}-b`] as const;
    const quota = { organisation: 1, individual: 1 };
    const quotas = { qualityAward: quota, nominationAward: quota };
    await committee.cycleWith(cycleId, [recommended(a), recommended(b)], { quotas });
    const params = { meetingId: await committee.meeting(cycleId) };
    const refused = await puttingOff(params.meetingId, a);
    expect([refused.status, refused.body.code, refused.body.article]).toEqual([409, 'vote.quorum-stands', 'A21']);
    expect((await puttingOff(params.meetingId, 'app_0')).body.code).toBe('vote.not-a-candidate');
    await committee.done('office', 'openBallot', { params });
    const choices = { [a]: 'yes', [b]: 'yes' };
    for (const sub of committee.members) await committee.done(sub, 'castBallot', { params, body: { choices } });
    expect((await committee.done('member-1', 'closeBallot', { params, body: minutes })).status).toBe('tied');
    expect((await puttingOff(params.meetingId, a)).body.code).toBe('vote.no-put-off-in-run-off');
    await withdraw(a);
    expect((await committee.call('office', 'openBallot', { params })).body.code).toBe('vote.tie-is-over');
    const closed = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(closed.counts).toMatchObject([{ applicationId: b, outcome: 'in' }]);
  });

  test('a ballot that halted for one candidate goes on without them once they withdraw', async () => {
    const { params, app } = await openBallot(['a', 'b']);
    for (const sub of ['member-7', 'member-8', 'member-9']) await committee.done(sub, 'checkOut', { params });
    const body = { applicationId: app('b'), reason: '亲属任职' };
    expect((await committee.done('member-6', 'recordRecusal', { params, body })).status).toBe('halted');
    expect((await committee.call('office', 'resumeBallot', { params })).body.code).toBe('vote.no-quorum');
    await withdraw(app('b'));
    expect(await committee.done('office', 'resumeBallot', { params })).toMatchObject({
      status: 'open',
      struck: [{ applicationId: app('b'), because: 'left' }],
    });
  });

  test('a candidate who withdraws before the ballot is not on the sheet', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    await committee.cycleWith(cycleId, [recommended(`${cycleId}-a`), recommended(`${cycleId}-b`)]);
    const meetingId = await committee.meeting(cycleId);
    await withdraw(`${cycleId}-a`);
    const open = await committee.done('office', 'openBallot', { params: { meetingId } });
    expect(open).toMatchObject({ struck: [{ applicationId: `${cycleId}-a`, because: 'left' }] });
    expect((open.ballot as { questions: unknown[] }).questions).toHaveLength(1);
  });

  test('a second meeting of the cycle waits for the first to end', async () => {
    const { cycleId } = await openBallot(['a']);
    const body = { title: '再次', startsAt: begins, place: '会议室', agenda: ['表决'], chairId: idOf('member-1') };
    const again = await committee.call('office', 'conveneMeeting', { params: { cycleId }, body });
    expect(again.body.code).toBe('vote.meeting-under-way');
  });

  test('two of the office who convene at once convene one meeting', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    await committee.cycleWith(cycleId, [recommended(`${cycleId}-a`)]);
    const body = { title: '会议', startsAt: begins, place: '会议室', agenda: ['表决'], chairId: idOf('member-1') };
    const both = await Promise.all(
      [1, 2].map(() => committee.call('office', 'conveneMeeting', { params: { cycleId }, body })),
    );
    expect(both.map((b) => b.status).sort()).toEqual([201, 409]);
  });
});

describe('who may do what', () => {
  test('every other role is refused, with the article and a Chinese sentence', async () => {
    const { cycleId, params, app } = await openBallot(['a']);
    const body = { choices: { [app('a')]: 'yes' } };
    const attempts = [
      ...['office', 'auditor', 'administrator', 'registrar', 'assessor'].flatMap((sub) => [
        committee.call(sub, 'castBallot', { params, body }),
        committee.call(sub, 'closeBallot', { params, body: minutes }),
        committee.call(sub, 'voidBallot', { params, body: { reason: '试' } }),
        committee.call(sub, 'recordRecusal', { params, body: { applicationId: app('a'), reason: '试' } }),
        committee.call(sub, 'checkIn', { params }),
      ]),
      ...['member-2', 'auditor', 'administrator', 'registrar'].flatMap((sub) => [
        committee.call(sub, 'openBallot', { params }),
        committee.call(sub, 'resumeBallot', { params }),
        committee.call(sub, 'recordAttendance', { params, body: { present: [] } }),
        committee.call(sub, 'cancelMeeting', { params, body: { reason: '试' } }),
        committee.call(sub, 'conveneMeeting', {
          params: { cycleId },
          body: { title: '试', startsAt: begins, place: '试', agenda: ['试'], chairId: idOf('member-1') },
        }),
      ]),
      committee.call('member-2', 'closeBallot', { params, body: minutes }),
      committee.call('member-2', 'voidBallot', { params, body: { reason: '试' } }),
    ];
    for (const { status, body: refused } of await Promise.all(attempts)) {
      expect(status).toBe(403);
      expect(refused.message).toMatchObject({ zh: expect.stringMatching(/[\u4e00-\u9fff]/) as string });
    }
  });
});

describe('resolutions of the committee (A8)', () => {
  const params = { programmeId: 'test-award' };
  const text = { kind: 'policyOpinion', title: '意见', text: '支持获奖企业。', adoptedOn: '2027-02-28' };

  test('are numbered within their year, however many are recorded at once', async () => {
    const recorded = await Promise.all(
      ['member-1', 'member-2', 'member-3'].map((sub) =>
        committee.done(sub, 'recordResolution', { params, body: text }),
      ),
    );
    expect(recorded.map((r) => r.number).sort()).toEqual([1, 2, 3].map((n) => `评审委〔2027〕${n}号`));
    const earlier = { ...text, adoptedOn: '2026-12-31' };
    expect((await committee.done('member-1', 'recordResolution', { params, body: earlier })).number).toBe(
      '评审委〔2026〕1号',
    );
    const { items } = await committee.done('auditor', 'listResolutions', { params });
    expect(items).toHaveLength(4);
  });

  test('are recorded by members only, and not ahead of time', async () => {
    for (const sub of ['office', 'registrar', 'auditor', 'administrator'])
      expect((await committee.call(sub, 'recordResolution', { params, body: text })).status).toBe(403);
    const tomorrow = { ...text, adoptedOn: '2027-03-02' };
    const refused = await committee.call('member-1', 'recordResolution', { params, body: tomorrow });
    expect(refused.body.code).toBe('resolution.date-in-future');
  });
});

describe('a resolution that a command rests on (A8)', () => {
  const record = (sub: string, body: object) =>
    committee.call(sub, 'recordResolution', {
      params: { programmeId },
      body: { title: '决议', text: '同意', adoptedOn: '2027-03-01', ...body },
    });

  test('is the committee’s and not one member’s word: it has a signed paper of its own, which is kept', async () => {
    const missing = await record('member-2', { kind: 'newVote' });
    expect([missing.status, missing.body.code, missing.body.article]).toEqual([400, 'resolution.paper-missing', 'A8']);
    const documentId = await signedBy('member-2');
    expect((await record('member-3', { kind: 'newVote', documentId })).body.code).toBe('resolution.paper-missing');
    expect((await record('member-2', { kind: 'newVote', documentId })).status).toBe(201);
    expect((await record('member-2', { kind: 'newVote', documentId })).body.code).toBe('resolution.paper-missing');
    const kept = s3.commandCalls(CopyObjectCommand).at(-1)?.args[0].input;
    expect(kept).toMatchObject({ Key: `${programmeId}/resolutions/${documentId}`, ObjectLockLegalHoldStatus: 'ON' });
    const { url } = await committee.done('auditor', 'downloadDocument', { params: { documentId } });
    expect(String(url)).toContain('/resolutions/');
  });

  test('about a ballot is of its meeting, and recorded by another than the chair', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    await committee.cycleWith(cycleId, [recommended(`${cycleId}-a`)]);
    const meetingId = await committee.meeting(cycleId);
    const kind = 'nominationAfterFailure';
    const documentId = await signedBy('member-2');
    expect((await record('member-2', { kind, documentId })).body.code).toBe('resolution.meeting-missing');
    const early = await record('member-2', { kind, documentId, meetingId, adoptedOn: '2027-02-28' });
    expect([early.status, early.body.code]).toEqual([409, 'resolution.date-before']);
    const allow = (resolutionId: string) =>
      committee.call('member-1', 'allowNominationAfterFailure', { params: { meetingId }, body: { resolutionId } });
    const own = await allow(await resolve('member-1', kind, { meetingId }));
    expect([own.status, own.body.code, own.body.article]).toEqual([403, 'resolution.own', 'A8']);
    const resolutionId = await resolve('member-2', kind, { meetingId });
    const { status, body } = await allow(resolutionId);
    expect([status, body.nominationAfterFailure]).toMatchObject([200, { resolutionId }]);
  });

  test('leaves a place empty over which candidates tie, and not another one too', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    const ids = ['a', 'b', 'c', 'd'].map((id) => `${cycleId}-${id}`);
    const quota = { organisation: 1, individual: 1 };
    const nominated = (id: string) =>
      recommended(id, { listed: { ...recommended(id).listed, award: 'nominationAward' } as never });
    const all = ids.map((id, i) => (i < 2 ? recommended(id) : nominated(id)));
    await committee.cycleWith(cycleId, all, { quotas: { qualityAward: quota, nominationAward: quota } });
    const meetingId = await committee.meeting(cycleId);
    const params = { meetingId };
    await committee.done('office', 'openBallot', { params });
    const choices = Object.fromEntries(ids.map((id) => [id, 'yes']));
    for (const sub of committee.members) await committee.done(sub, 'castBallot', { params, body: { choices } });
    await committee.done('member-1', 'closeBallot', { params, body: minutes });
    const declare = (resolutionId: string) =>
      committee.call('member-1', 'declareVacancy', { params, body: { resolutionId, ...minutes } });
    expect((await declare(await resolve('member-1', 'vacancy', { meetingId }))).body.code).toBe('resolution.own');
    const elsewhere = (await openBallot(['a'])).meetingId;
    expect((await declare(await resolve('member-2', 'vacancy', { meetingId: elsewhere }))).body.code).toBe(
      'resolution.does-not-say-so',
    );
    const resolutionId = await resolve('member-2', 'vacancy', { meetingId });
    const { body } = await declare(resolutionId);
    expect(body).toMatchObject({ status: 'tied', vacancies: [{ resolutionId }], ties: [{ award: 'nominationAward' }] });
    const again = await declare(resolutionId);
    expect([again.status, again.body.code]).toEqual([409, 'resolution.used']);
    const last = await declare(await resolve('member-3', 'vacancy', { meetingId }));
    expect(last.body).toMatchObject({ status: 'closed', counts: ids.map(() => ({ outcome: 'out' })) });
    expect(await Array.fromAsync(committee.deps().lists.ofKind(cycleId, 'voteResult'))).toHaveLength(1);
  });
});

describe('a member whose conflict is found in the middle of a ballot', () => {
  test('sees nothing more of the case, does not vote on it, and is not in its base', async () => {
    const { params, app } = await openBallot(['a', 'b']);
    const nine = 'member-9';
    await committee.done('office', 'recordConflict', {
      params: { applicationId: app('b') },
      body: { personId: idOf(nine), ground: 'kin', statement: '亲属' },
    });
    const sheet = { [app('a')]: 'yes', [app('b')]: 'yes' };
    for (const [name, given] of [
      ['showMeeting', { params }],
      [
        'listMeetings',
        { params: { cycleId: String((await committee.done(nine, 'showMeeting', { params })).cycleId) } },
      ],
    ] as const) {
      const seen = JSON.stringify(await committee.done(nine, name, given));
      expect(seen).not.toContain(app('b'));
      expect(seen).toContain('"steppedBackFrom":1');
    }
    const cast = (sub: string, choices: object) => committee.call(sub, 'castBallot', { params, body: { choices } });
    expect((await cast(nine, sheet)).body.code).toBe('vote.ballot-incomplete');
    expect((await cast(nine, { [app('a')]: 'yes' })).status).toBe(200);
    for (const sub of committee.members.slice(0, 8)) expect((await cast(sub, sheet)).status).toBe(200);
    const { counts } = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(counts).toMatchObject([
      { applicationId: app('a'), base: 9 },
      { applicationId: app('b'), base: 8 },
    ]);
    expect(JSON.stringify(await committee.done(nine, 'showMeeting', { params }))).not.toMatch(
      new RegExp(`${app('b')}|"minutes":"`),
    );
    const papers = await committee.call(nine, 'downloadMinutes', { params: { ...params, format: 'pdf' } });
    expect([papers.status, papers.body.code]).toEqual([403, 'conflict.with-one-of-them']);
  });
});

describe('a member who voted before their conflict was on record', () => {
  test('is not counted: the chair is told who it is, declares the ballot void, and they are not asked again', async () => {
    const { params, app } = await openBallot(['a', 'b']);
    const both = { [app('a')]: 'yes', [app('b')]: 'yes' };
    const cast = (sub: string, choices: object) => committee.done(sub, 'castBallot', { params, body: { choices } });
    for (const sub of committee.members) await cast(sub, both);
    await committee.done('office', 'recordConflict', {
      params: { applicationId: app('b') },
      body: { personId: idOf('member-9'), ground: 'kin', statement: '亲属' },
    });
    const refused = await committee.call('member-1', 'closeBallot', { params, body: minutes });
    expect([refused.status, refused.body.code, refused.body.article]).toEqual([409, 'vote.conflict-after-vote', 'A21']);
    expect(refused.body.detail).toEqual({ members: ['member-9'] });
    expect(await committee.done('office', 'showMeeting', { params })).toMatchObject({ status: 'open', rounds: [] });
    await committee.done('member-1', 'voidBallot', { params, body: { reason: '一名委员应当回避' } });
    await committee.done('office', 'openBallot', { params });
    for (const sub of committee.members.slice(0, 8)) await cast(sub, both);
    await cast('member-9', { [app('a')]: 'yes' });
    const { counts } = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    expect(counts).toMatchObject([{ base: 9 }, { applicationId: app('b'), base: 8 }]);
  });
});

describe('a conflict of who leads the ballot', () => {
  const conflict = (applicationId: string, sub: string) =>
    committee.done('office', 'recordConflict', {
      params: { applicationId },
      body: { personId: idOf(sub), ground: 'kin', statement: '亲属' },
    });

  test('keeps the member from presiding until the office names another one', async () => {
    const { params, app } = await openBallot(['a', 'b']);
    await conflict(app('b'), 'member-1');
    const both = { [app('a')]: 'yes', [app('b')]: 'yes' };
    for (const sub of committee.members) {
      const choices = sub === 'member-1' ? { [app('a')]: 'yes' } : both;
      await committee.done(sub, 'castBallot', { params, body: { choices } });
    }
    const other = { applicationId: app('a'), reason: '亲属', personId: idOf('member-4') };
    for (const [name, body] of [
      ['closeBallot', minutes],
      ['voidBallot', { reason: '重来' }],
      ['recordRecusal', other],
    ] as const) {
      const refused = await committee.call('member-1', name, { params, body });
      expect([refused.status, refused.body.code, refused.body.article]).toEqual([403, 'vote.chair-conflicted', 'A21']);
      expect(JSON.stringify(refused.body)).not.toContain(app('b'));
    }
    const present = committee.members.map(idOf);
    await committee.done('office', 'recordAttendance', { params, body: { present, chairId: idOf('member-2') } });
    const { counts } = await committee.done('member-2', 'closeBallot', { params, body: minutes });
    expect(counts).toMatchObject([{ base: 9 }, { applicationId: app('b'), base: 8 }]);
  });

  test('does not tell the officer who opens which applicant has no quorum', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    const applicationId = `${cycleId}-a`;
    await committee.enrol('partial', { role: 'office' });
    await committee.cycleWith(cycleId, [recommended(applicationId)]);
    const params = { meetingId: await committee.meeting(cycleId) };
    await committee.done('office', 'recordAttendance', { params, body: { present: [idOf('member-1')] } });
    await conflict(applicationId, 'partial');
    const told = await committee.call('office', 'openBallot', { params });
    const hidden = await committee.call('partial', 'openBallot', { params });
    expect([told.body.code, hidden.body.code]).toEqual(['vote.no-quorum', 'vote.no-quorum']);
    const { name } = told.body.detail as { name: string };
    expect(hidden.body.detail).toEqual({ ...(told.body.detail as object), name: '＊' });
    expect(JSON.stringify(hidden.body)).not.toMatch(new RegExp(`${name}|${applicationId}`));
  });
});

describe('an applicant who was not elected', () => {
  test('reads why, and no number of the secret vote; meeting and list keep the count', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    const applicationId = `${cycleId}-a`;
    await committee.enrol('applicant');
    await committee.cycleWith(cycleId, [recommended(applicationId, { ownerId: idOf('applicant') })]);
    const params = { meetingId: await committee.meeting(cycleId) };
    await committee.done('office', 'openBallot', { params });
    for (const sub of committee.members)
      await committee.done(sub, 'castBallot', { params, body: { choices: { [applicationId]: 'no' } } });
    const { counts } = await committee.done('member-1', 'closeBallot', { params, body: minutes });
    const deps = committee.deps();
    const [list] = await Array.fromAsync(deps.lists.ofKind(cycleId, 'voteResult'));
    await applyWholeList(list?.listId ?? '', deps);
    const shown = await committee.done('applicant', 'showApplication', { params: { applicationId } });
    expect(shown.ended).toMatchObject({ reason: '未达法定多数', article: 'A21' });
    expect(JSON.stringify(shown)).not.toMatch(/赞成|反对/);
    const counted = '未达法定多数（赞成 0、反对 9、弃权 0，计票基数 9）';
    expect(counts).toMatchObject([{ reason: counted }]);
    expect(list?.entries).toMatchObject([{ reason: counted, ground: '未达法定多数' }]);
  });
});

describe('a place that came free (D20)', () => {
  const applyAll = async (cycleId: string, kind: 'voteResult' | 'reopenedVote') => {
    for await (const list of committee.deps().lists.ofKind(cycleId, kind))
      await applyWholeList(list.listId, committee.deps());
  };
  const stageOf = async (id: string) => (await committee.deps().applications.get(id)).stage;
  const arrange = async (id: string, changed: object) => {
    const deps = committee.deps();
    const application = await deps.applications.get(id);
    await deps.applications.save(decided(at(officer, now), { ...application, ...changed }, { type: 'arranged' }));
  };
  const ballot = async (meetingId: string, choices: Record<string, string>) => {
    const params = { meetingId };
    await committee.done('office', 'openBallot', { params });
    for (const sub of committee.members) await committee.done(sub, 'castBallot', { params, body: { choices } });
    return committee.done('member-1', 'closeBallot', { params, body: minutes });
  };

  test('goes to nobody by itself: a resolution, a new vote and a new notice bring the next', async () => {
    cycles += 1;
    const cycleId = `cyc_v${cycles}`;
    const app = (id: string) => `${cycleId}-${id}`;
    const ids = ['first', 'second', 'third'].map(app);
    const quota = { organisation: 1, individual: 1 };
    await committee.cycleWith(
      cycleId,
      ids.map((id) => recommended(id)),
      { quotas: { qualityAward: quota, nominationAward: quota } },
    );
    const vote = { [app('first')]: 'yes', [app('second')]: 'no', [app('third')]: 'no' };
    await ballot(await committee.meeting(cycleId), vote);
    await applyAll(cycleId, 'voteResult');
    expect(await Promise.all(ids.map(stageOf))).toEqual(['AwardNotice', 'Ended', 'Ended']);

    const params = { cycleId };
    const resolutionId = await resolve('member-1', 'newVote');
    const reopen = (sub: string, body: object = { resolutionId }) =>
      committee.call(sub, 'reopenVote', { params, body });
    expect((await reopen('office')).body.code).toBe('vote.no-place-free');
    const ended = { stage: 'AwardNotice', reason: '异议成立', article: 'A21', at: now };
    await arrange(app('first'), { stage: 'Ended', ended });
    expect(await stageOf(app('second'))).toBe('Ended');
    expect((await committee.call('office', 'conveneMeeting', { params, body: {} })).status).toBe(400);
    for (const sub of ['member-1', 'registrar', 'auditor', 'administrator'])
      expect((await reopen(sub)).status).toBe(403);
    const other = await resolve('member-1', 'cycleAmendment');
    expect((await reopen('office', { resolutionId: other })).body.code).toBe('resolution.does-not-say-so');

    const preview = await committee.done('office', 'previewReopening', { params });
    expect(preview).toMatchObject({
      freed: [{ award: 'qualityAward', kind: 'organisation', places: 1 }],
      items: [{ applicationId: app('second') }, { applicationId: app('third') }],
    });
    expect((await reopen('office')).status).toBe(202);
    await applyAll(cycleId, 'reopenedVote');
    await applyAll(cycleId, 'voteResult');
    expect(await Promise.all(ids.map(stageOf))).toEqual(['Ended', 'CommitteeVote', 'CommitteeVote']);
    expect((await reopen('office')).body.code).toBe('vote.nobody-to-reopen');

    const closed = await ballot(await committee.meeting(cycleId), { [app('second')]: 'yes', [app('third')]: 'yes' });
    expect(closed.status).toBe('tied');
    await arrange(app('third'), { stage: 'Withdrawn' });
    await committee.done('member-1', 'closeBallot', { params: { meetingId: closed.meetingId }, body: minutes });
    await applyAll(cycleId, 'voteResult');
    expect(await stageOf(app('second'))).toBe('AwardNotice');
    const winner = await committee.deps().applications.get(app('second'));
    expect(winner.notices.AwardNotice).toBeUndefined();
    expect(refusalOf(() => endNotice(winner, at(systemActor, now)))).toBe('notice.not-published');
    expect((await reopen('office', { resolutionId: await resolve('member-1', 'newVote') })).body.code).toBe(
      'vote.no-place-free',
    );
  });
});
