import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditCodeOf, organisationForm } from '#local/sample/forms';
import { announcementOf, criteriaOf, cycleOf } from '#local/sample/load';
import type { Cast } from '#local/sample/set-up';
import { assemble, one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { announce } from './chapters/announce.ts';
import { applyInNumbers } from './chapters/apply.ts';
import { award, recommendForAward, vote } from './chapters/decide.ts';
import { consult, findings, publishNotice, untilPublished } from './chapters/eligibility.ts';
import { addEvidence, object, settle } from './chapters/object.ts';
import { meetInPerson, reviewMaterials, visit } from './chapters/review.ts';
import { decide, hear, pushPastFaults, recover, revoke } from './chapters/revoke.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { makePdf } from './pdf.ts';
import {
  addDocument,
  addPhoto,
  clockOf,
  moveClock,
  recommend,
  recordResolution,
  until,
  untilStage,
} from './stage-door.ts';
import type { Entrant, Story } from './story.ts';

let fresh: FreshCloud;
let cast: Cast;
let story: Story;
let cycle: { cycleId: string; year: number };
let entrants: Entrant[];

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'second-thoughts' };
  cycle = await announce(story);
  entrants = await applyInNumbers(story, cycle.cycleId, cycle.year, 2);
}, 180_000);
afterAll(() => fresh.end());

const office = () => one(cast, 'office');
const applicant = () => one(cast, 'organisation');
const first = () => (entrants[0] as Entrant).applicationId;
const second = () => (entrants[1] as Entrant).applicationId;

describe('a cycle with second thoughts', () => {
  test('a correction is one round: files are added, the application comes back with a new receipt', async () => {
    const params = { applicationId: first() };
    const before = await applicant().call('showApplication', { params });
    await office().call('requestCorrection', { params, body: { items: ['请补充上年度审计报告'] } });
    await untilStage(applicant(), first(), 'Correction');
    await addDocument(applicant(), first(), 'evidence', makePdf('审计报告.pdf', 2000, 77));
    const after = await applicant().call('submit', { params });
    expect(after.receipt?.manifestSha256).not.toBe(before.receipt?.manifestSha256);
    expect(after.receipt?.files.length).toBe((before.receipt?.files.length ?? 0) + 1);
    await untilStage(office(), first(), 'EligibilityReview');
    const again = await office().attempt('requestCorrection', { params, body: { items: ['再补'] } });
    expect(again.status).toBe(409);
  });

  test('the silence of a department is not consent: it takes an escalation after the due day', async () => {
    for (const { applicationId } of entrants) {
      const params = { applicationId };
      await recommend(one(cast, 'wuhua'), story.programmeId, applicationId);
      await office().call('passEligibility', { params, body: { findings: findings.organisation } });
      await untilStage(office(), applicationId, 'Consultation');
      const departmentCodes = ['market', 'environment'];
      await consult(office(), [applicationId], departmentCodes);
      await one(cast, 'dept-market').call('answerConsultation', {
        params: { applicationId, departmentCode: 'market' },
        body: { verdict: 'noObjection', facts: '无相关记录。' },
      });
    }
    const params = { applicationId: first() };
    const silent = { applicationId: first(), departmentCode: 'environment' };
    expect((await office().attempt('passConsultation', { params, body: {} })).status).toBe(409);
    const early = await office().attempt('recordEscalation', {
      params: silent,
      body: { outcome: '电话核实无异议', documentNumber: '核〔1〕' },
    });
    expect(early.status).toBe(409);
    await moveClock(fresh.cloud, { by: '+21d' });
    for (const { applicationId } of entrants) {
      await office().call('recordEscalation', {
        params: { ...silent, applicationId },
        body: { outcome: '经督办,该局书面确认近三年无相关处罚。', documentNumber: '昆环函〔2026〕31号' },
      });
      await office().call('passConsultation', { params: { applicationId }, body: {} });
      await untilStage(office(), applicationId, 'EligibilityNotice');
    }
  });

  test('an objection freezes its applicant alone; dismissed, the applicant goes on', async () => {
    const { cycleId } = cycle;
    const wrong = await publishNotice(office(), cycleId, 'EligibilityNotice', '资格审查通过名单公示');
    await moveClock(fresh.cloud, { by: '+96h' });
    const params0 = { noticeId: wrong.noticeId };
    const corrected = await office().call('correctNotice', {
      params: params0,
      body: { title: '更正公示', reason: '名称有误', names: [{ applicationId: second(), name: '更正后的名称' }] },
    });
    const notice = await untilPublished(office(), corrected);
    expect(notice.endsAt > wrong.endsAt).toBe(true);
    expect(notice.entries.map((e) => e.name)).toContain('更正后的名称');
    const anybody = visitor(fresh.cloud, 'public');
    expect(await anybody.call('showNotice', { params: params0 })).toMatchObject({
      status: 'superseded',
      superseded: { by: notice.noticeId, reason: '名称有误' },
      entryCount: 2,
    });
    const page = await fetch(new URL(`/api/notices/${wrong.noticeId}/page`, fresh.cloud.url));
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain(`/api/notices/${notice.noticeId}/page`);
    await untilCarried(cycleId, corrected.listId);

    const filed = await object(story, {
      noticeId: notice.noticeId,
      applicationId: first(),
      name: '赵实名',
      email: 'objector@example.test',
      phone: '13912345678',
      text: '该单位上年度曾有产品抽查不合格,请核实。',
    });
    expect(filed).toMatchObject({ treatedAs: 'objection', followUpCode: expect.any(String) });
    expect((await addEvidence(story, filed, makePdf('抽查通报.pdf', 3000, 31)))?.status).toBe('checked');
    const disguised = { name: '程序.pdf', bytes: Buffer.from('MZ this is a program') };
    expect((await addEvidence(story, filed, disguised))?.status).toBe('rejected');
    await moveClock(fresh.cloud, { to: new Date(Date.parse(wrong.endsAt) + 60_000).toISOString() });
    await fresh.cloud.clock.settle();
    const waiting = await office().call('showApplication', { params: { applicationId: second() } });
    expect(waiting.stage).toBe('EligibilityNotice');
    await moveClock(fresh.cloud, { to: new Date(Date.parse(notice.endsAt) + 60_000).toISOString() });
    await untilStage(office(), second(), 'MaterialReview');
    const frozen = await office().call('showApplication', { params: { applicationId: first() } });
    expect(frozen.stage).toBe('EligibilityNotice');

    const params = { objectionId: filed.receiptNumber };
    const investigator = one(cast, 'office-2');
    expect((await office().attempt('showObjection', { params })).status).toBe(404);
    const examiner = { personId: cast.idOf('office') };
    expect((await office().attempt('assignInvestigator', { params, body: examiner })).body).toMatchObject({
      code: 'objection.investigator-unfit',
    });
    await office().call('assignInvestigator', { params, body: { personId: cast.idOf('office-2') } });
    const file = await investigator.call('showObjection', { params });
    expect(file).toMatchObject({ name: '赵实名', evidence: [{ status: 'checked' }, { status: 'rejected' }] });
    const documentId = file.evidence[0]?.documentId ?? '';
    const { url } = await investigator.call('downloadObjectionEvidence', { params: { ...params, documentId } });
    expect((await fetch(url)).status).toBe(200);
    for (const stranger of [office(), one(cast, 'registrar'), one(cast, 'auditor')])
      expect((await stranger.attempt('downloadDocument', { params: { documentId } })).status).toBe(404);

    await investigator.call('discloseObjection', { params, body: { substance: '有人反映上年度产品抽查不合格。' } });
    const own = await applicant().call('showApplication', { params: { applicationId: first() } });
    expect(own).toMatchObject({ disclosedObjections: [{ number: 1, status: 'open' }] });
    await applicant().call('respondToObjection', {
      params: { applicationId: first(), number: 1 },
      body: { text: '该批次非我单位产品。' },
    });
    await investigator.call('decideObjection', {
      params,
      body: { decision: 'dismissed', findings: '经查抽查合格。', answer: '经核实,所述情形不存在,感谢监督。' },
    });
    await untilStage(office(), first(), 'MaterialReview');
    await until(
      'the objector is answered by mail',
      () => Promise.resolve(fresh.cloud.mail.inbox({ to: 'objector@example.test' })),
      (mails) => mails.length === 2,
    );
    const followed = { params, body: { code: filed.followUpCode } };
    const anyone = visitor(fresh.cloud, 'public');
    expect(await anyone.call('followObjection', followed)).toMatchObject({
      status: 'dismissed',
      answer: '经核实,所述情形不存在,感谢监督。',
    });
    const guessed = { params, body: { code: 'x'.repeat(36) } };
    expect((await anyone.attempt('followObjection', guessed)).status).toBe(404);
    await expectObjectorUnknown(filed.receiptNumber, notice.noticeId);
  });

  test('of two who want one slot at once one gets it, and a timetable is applied whole or not at all', async () => {
    const { cycleId } = cycle;
    await reviewMaterials(story, cycleId, entrants);
    const dayAt = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
    const today = new Date(await clockOf(fresh.cloud)).toISOString();
    const slot = { at: `${dayAt(20)}T01:00:00.000Z`, room: '市政务中心 301' };
    const wanted = (applicationId: string) =>
      office().attempt('scheduleDefence', { params: { applicationId }, body: slot });
    const both = await Promise.all(entrants.map((e) => wanted(e.applicationId)));
    expect(both.map((b) => b.status).sort()).toEqual([200, 409]);
    expect(both.find((b) => b.status === 409)?.body).toMatchObject({
      ...{ code: 'defence.clash', article: 'A18' },
      detail: { date: dayAt(20), time: '09:00–09:40', because: '同一地点（市政务中心 301）' },
    });

    const frame = { days: [{ date: dayAt(21), from: '09:00', to: '12:00' }], rooms: ['301', '302'] };
    const proposed = await office().call('previewTimetable', { params: { cycleId }, body: frame });
    // The one who has a slot keeps it; the same panel and applicant would not fit into two rooms at once either.
    expect(proposed).toMatchObject({ unplaced: [], slots: [{ room: '301', at: `${dayAt(21)}T01:00:00.000Z` }] });
    const places = entrants.map(({ applicationId }, i) => ({
      ...{ applicationId, room: `30${i + 1}` },
      at: `${dayAt(22)}T01:00:00.000Z`,
    }));
    const apply = (slots: typeof places) =>
      office().attempt('applyTimetable', { params: { cycleId }, body: { slots } });
    expect((await apply(places)).body).toMatchObject({ code: 'defence.clash', detail: { because: '同一评审员' } });
    const booked = async () =>
      Promise.all(
        entrants.map(
          async ({ applicationId }) =>
            (await office().call('showDefence', { params: { applicationId } })).slot?.at.slice(0, 10) ?? 'none',
        ),
      );
    expect((await booked()).sort()).toEqual([dayAt(20), 'none']);
    const one = (await booked())[0] === 'none' ? 0 : 1;
    const apart = places.map((p, i) => (i === one ? { ...p, at: `${dayAt(22)}T03:00:00.000Z` } : p));
    expect((await apply(apart)).status).toBe(200);
    expect(await booked()).toEqual([dayAt(22), dayAt(22)]);
  });

  test('photos of a visit go where the presigned URL says, and into the locked records with the report', async () => {
    await meetInPerson(story, entrants, { upTo: 'OnSiteReview' });
    const photo = makePdf('车间.png', 3000, 5);
    const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), photo.bytes]);
    const shot = { name: photo.name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    const assessor = one(cast, 'assessor-2');
    let documentId = '';
    for (const entrant of entrants)
      await visit(story, entrant, async (applicationId) => {
        if (applicationId !== first()) return [];
        documentId = await addPhoto(assessor, applicationId, shot);
        return [documentId];
      });
    const params = { documentId };
    const { url } = await office().call('downloadDocument', { params });
    expect(url).toContain('versionId=');
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await applicant().attempt('downloadDocument', { params })).status).toBe(404);
    const size = Buffer.byteLength(
      JSON.stringify(await office().call('showOnSite', { params: { applicationId: first() } })),
    );
    expect(size).toBeLessThan(4096);
  });

  test('an upheld objection takes a proposed winner off; the other is awarded', { timeout: 120_000 }, async () => {
    const { cycleId } = cycle;
    await recommendForAward(story, cycleId, entrants);
    await vote(story, cycleId, entrants);
    const notice = await publishNotice(office(), cycleId, 'AwardNotice', '拟获奖名单公示');
    const filed = await object(story, {
      noticeId: notice.noticeId,
      applicationId: second(),
      name: '钱实名',
      phone: '13900000000',
      text: '该单位今年发生较大生产安全事故,附事故调查报告文号。',
    });
    await settle(story, filed.receiptNumber, {
      decision: 'upheld',
      findings: '经应急管理部门确认属实。',
      answer: '经核实情况属实。',
      article: 'A13(3)',
      reason: '近三年发生过较大生产安全事故。',
    });
    await untilStage(office(), second(), 'Ended');
    await moveClock(fresh.cloud, { to: new Date(Date.parse(notice.endsAt) + 60_000).toISOString() });
    await untilStage(office(), first(), 'GovernmentApproval');
    const numbers = await award(story, cycleId, entrants.slice(0, 1));
    expect(numbers).toHaveLength(1);
  });

  test('a revocation takes every step, the certificate says so at once, and the ban refuses at intake', async () => {
    const anyone = visitor(fresh.cloud, 'public');
    const { items: winners } = await anyone.call('listWinners', { params: { programmeId: story.programmeId } });
    const certificateNumber = winners[0]?.certificateNumber ?? '';
    const revocationId = await hear(story, certificateNumber);
    const params = { revocationId };
    const skipped = await one(cast, 'registrar').attempt('recordRevocation', {
      params,
      body: { number: '昆政发〔2027〕30号', date: '2027-01-01', revoke: true, documentId: 'x' },
    });
    expect(skipped).toMatchObject({ status: 409, body: { code: 'stage.action-unavailable' } });
    expect(await decide(story, revocationId, 'yes')).toMatchObject({ stage: 'GovernmentRevocation' });
    fresh.cloud.platforms.plan('credit', ['unavailable', 'lostAnswer', 'none']);
    fresh.cloud.platforms.plan('supervision', ['forged', 'none']);
    const today = await revoke(story, revocationId);
    const shown = await anyone.call('verifyCertificate', { params: { certificateNumber } });
    expect(shown).toMatchObject({ status: 'revoked', revokedOn: today });
    const mark = await applicant().attempt('downloadMark', { params: { certificateNumber, format: 'svg' } });
    expect(mark.body).toMatchObject({ code: 'winner.revoked' });

    await pushPastFaults(story, revocationId);
    // A lost answer, a forged one and three repeats later each platform has it once.
    const tries = fresh.cloud.platforms.tries(10);
    expect(tries.length).toBeGreaterThan(3);
    expect([...new Set(tries.map((t) => t.taken?.receiptNumber))].sort()).toEqual([
      expect.stringContaining('CREDIT'),
      expect.stringContaining('SUPERVISION'),
    ]);
    await recover(story, revocationId);
    await until(
      'the revocation is complete',
      () => office().call('showRevocation', { params }),
      (r) => r.stage === 'Revoked',
    );
    const announced = await anyone.call('listRevocationAnnouncements', { params: { programmeId: story.programmeId } });
    expect(announced.items).toMatchObject([{ certificateNumber, article: 'A27(1)' }]);
    await fresh.cloud.clock.settle();
    const machine = fresh.cloud.states.executions({ limit: 100 }).filter((e) => e.machine.includes('revocation'));
    expect(machine.map((e) => e.status)).toEqual(['SUCCEEDED']);
    await expectRefusedByBan();
  });
});

/** Waits until the list has come to all its applications. */
const untilCarried = (cycleId: string, listId: string) =>
  until(
    `${listId} should be carried to its applications`,
    () => office().call('listLists', { params: { cycleId } }),
    ({ items }) => items.some((l) => l.listId === listId && l.progress?.applied === l.progress?.bundles),
  );

/** Everything that anybody but the investigator and the auditors can read about the case, and every mail to others. */
async function expectObjectorUnknown(objectionId: string, noticeId: string): Promise<void> {
  const { cycleId } = cycle;
  const read: unknown[] = [];
  for (const [sub, someone] of Object.entries(cast)) {
    if (typeof someone === 'function' || sub === 'office-2') continue;
    const asked = [
      ['showApplication', { params: { applicationId: first() } }],
      ['listApplications', { params: { cycleId } }],
      ['listObjections', { params: { cycleId } }],
      ['listDocuments', { params: { applicationId: first() } }],
      ['showNotice', { params: { noticeId } }],
      ['listMessages', {}],
      ...(sub === 'auditor' ? [] : [['showObjection', { params: { objectionId } }] as const]),
      ['readAuditTrail', { params: { recordType: 'application', recordId: first() } }],
      ['readAuditTrail', { params: { recordType: 'objection', recordId: objectionId } }],
    ] as const;
    for (const [name, carried] of asked) read.push([sub, name, await someone.attempt(name, carried)]);
  }
  const mails = fresh.cloud.mail.inbox({}).filter((m) => !JSON.stringify(m.to).includes('objector@'));
  expect(mails.length).toBeGreaterThan(10);
  expect(JSON.stringify([read, mails])).not.toMatch(/赵实名|objector@|13912345678/);
  const file = await one(cast, 'auditor').call('showObjection', { params: { objectionId } });
  expect(file.name).toBe('赵实名');
}

/** The same organisation under another name applies in a later cycle. */
async function expectRefusedByBan(): Promise<void> {
  const now = await clockOf(fresh.cloud);
  const year = new Date(now).getUTCFullYear();
  const { resolutionId } = await recordResolution(
    fresh.cloud,
    one(cast, 'member-1'),
    story.programmeId,
    'earlierCycle',
  );
  const { cycleId } = await office().call('draftCycle', {
    params: { programmeId: story.programmeId },
    body: {
      ...cycleOf(year, now + 60_000, now + 30 * 86_400_000),
      criteria: await criteriaOf(office(), story.programmeId),
      exceptionalResolutionId: resolutionId,
    },
  });
  await office().call('announceCycle', { params: { cycleId }, body: announcementOf(year) });
  await moveClock(fresh.cloud, { by: '+1h' });
  const { applicationId } = await applicant().call('beginApplication', {
    params: { cycleId },
    body: { kind: 'organisation' },
  });
  const form = organisationForm(creditCodeOf(1001), '昆明焕然一新公司', [year - 3, year - 2, year - 1, year]);
  const refused = await applicant().attempt('saveSection', {
    params: { applicationId, section: 'organisationIdentity' },
    body: form.organisationIdentity,
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'ban.in-force', article: 'A27' } });
}
