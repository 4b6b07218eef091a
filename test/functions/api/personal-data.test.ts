import { afterAll, beforeAll, expect, test } from 'vitest';
import { decided, newHead } from '#domain/record';
import { anApplication, at, officer } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';
import { aProgramme, aWinner } from '#test/build/winner';
import { programmeId } from '#test/build/an-application';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let stand: Committee;
const arranged = at(officer, now);
const sections = { profile: { content: { text: '概述' }, version: 1, savedAt: now, savedBy: 'x', savedByName: 'x' } };

beforeAll(async () => {
  stand = await aCommittee(1);
  const deps = stand.deps();
  await deps.programmes.save(decided(arranged, aProgramme({ version: 0 }), { type: 'arranged' }));
  await stand.cycleWith('cyc_1', []);
  for (const sub of ['keeper', 'goer'])
    await stand.done(sub, 'register', { body: { name: sub, phone: '13800001234', language: 'zh-CN', consent: true } });
  const receipt = { number: 'r', at: now, manifestSha256: 'a'.repeat(64), files: [] };
  const own = { version: 0, cycleId: 'cyc_1', sections };
  const handedIn = anApplication({
    ...own,
    applicationId: 'app_k',
    ownerId: idOf('keeper'),
    receipt,
    stage: 'Withdrawn',
  });
  const draft = anApplication({ ...own, applicationId: 'app_g', ownerId: idOf('goer') });
  for (const of of [handedIn, draft]) await deps.applications.save(decided(arranged, of, { type: 'arranged' }));
});
afterAll(() => stand.stop());

test('everybody gets a copy of what is stored about them, and of nobody else', async () => {
  const { person, applications } = await stand.done('keeper', 'showMyData');
  expect(person).toMatchObject({ name: 'keeper', phone: '13800001234' });
  expect(applications).toMatchObject([
    { applicationId: 'app_k', keptUntil: expect.stringMatching(/-01-01$/), sections: {} },
  ]);
  expect((await stand.done('auditor', 'showMyData')).applications).toEqual([]);
});

test('who handed in is refused erasure with article and day, and nothing changes', async () => {
  const { status, body } = await stand.call('keeper', 'eraseMe', { body: { sure: true } });
  expect(status).toBe(409);
  expect(body).toMatchObject({
    code: 'privacy.kept',
    article: 'A29',
    detail: { until: expect.stringMatching(/^20\d\d-01-01$/) },
  });
  expect((await stand.done('keeper', 'showMyData')).person).toMatchObject({ name: 'keeper' });
});

test('who did not is erased, drafts and address too', async () => {
  await stand.done('goer', 'eraseMe', { body: { sure: true } });
  const { person, applications } = await stand.done('goer', 'showMyData');
  expect(person).toMatchObject({ name: '(已注销)', email: '' });
  expect(person).not.toHaveProperty('phone');
  expect(applications).toMatchObject([{ sections: {} }]);
  expect(JSON.stringify(applications)).not.toContain('概述');
});

test('a winner also gets what came of the award, and the reports of later years are kept from their own year on', async () => {
  const deps = stand.deps();
  await stand.done('winner', 'register', {
    body: { name: 'winner', phone: '13800001234', language: 'zh-CN', consent: true },
  });
  const ownerId = idOf('winner');
  const of = aWinner({ version: 0, ownerId, applicationId: 'app_w' });
  const done = { at: '2031-03-01T00:00:00.000Z', by: ownerId, late: false };
  const duty = aDuty({ version: 0, ownerId, applicationId: 'app_w', status: 'handedIn', remindOn: undefined, done });
  const aBan = { ...newHead(programmeId), banId: deps.bans.idOf(programmeId, of.identifier), name: of.name };
  const banned = { ...aBan, identifier: of.identifier, from: '2028-02-29', until: '2033-02-28', revocationIds: [] };
  await deps.winners.save(decided(arranged, of, { type: 'arranged' }));
  await deps.duties.save(decided(arranged, duty, { type: 'arranged' }));
  await deps.bans.save(decided(arranged, banned, { type: 'arranged' }));
  const { awards } = await stand.done('winner', 'showMyData');
  expect(awards).toMatchObject([
    {
      winner: { certificateNumber: of.certificateNumber, identifier: of.identifier },
      duties: [{ dutyId: duty.dutyId, status: 'handedIn' }],
      ban: { until: '2033-02-28' },
    },
  ]);
  expect((await stand.done('keeper', 'showMyData')).awards).toEqual([]);
  expect(await stand.call('winner', 'eraseMe', { body: { sure: true } })).toMatchObject({
    status: 409,
    body: { code: 'privacy.kept', detail: { until: '2042-01-01' } },
  });
});

test('a correction goes to the office and its answer back; others see neither', async () => {
  const params = { programmeId };
  const body = { wrong: '姓名有误', right: '张叁' };
  const { requestId } = await stand.done('keeper', 'requestDataCorrection', { params, body });
  const listed = await stand.done('office', 'listDataCorrections', { params });
  expect(listed.items).toMatchObject([{ requestId, status: 'open', personName: 'keeper' }]);
  expect((await stand.call('registrar', 'listDataCorrections', { params })).status).toBe(403);
  const answer = { params: { requestId: String(requestId) }, body: { corrected: true, text: '已更正' } };
  expect((await stand.call('auditor', 'answerDataCorrection', answer)).status).toBe(403);
  await stand.done('office', 'answerDataCorrection', answer);
  expect((await stand.done('keeper', 'showMyData')).corrections).toMatchObject([{ status: 'corrected' }]);
  await stand.done('keeper', 'correctMe', { body: { name: '张叁' } });
  expect((await stand.done('keeper', 'showMyData')).person).toMatchObject({ name: '张叁', phone: '13800001234' });
});
