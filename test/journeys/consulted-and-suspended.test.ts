import { afterAll, beforeAll, expect, test } from 'vitest';
import { creditCodeOf, idNumberOf } from '#local/sample/forms';
import type { Cast } from '#local/sample/set-up';
import { assemble, one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import { announce } from './chapters/announce.ts';
import { applyInNumbers, applyInPerson } from './chapters/apply.ts';
import { findings, publishNotice } from './chapters/eligibility.ts';
import { addEvidence, object } from './chapters/object.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { makePdf } from './pdf.ts';
import { addDocument, addPaper, moveClock, recommend, until, untilStage } from './stage-door.ts';
import type { Entrant, Story } from './story.ts';

let fresh: FreshCloud;
let cast: Cast;
let cycle: { cycleId: string; year: number };
let entrants: Entrant[];
let story: Story;
let objection: Awaited<ReturnType<typeof object>>;
const programmeId = 'consulted-award';

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId };
  cycle = await announce(story);
  entrants = await applyInNumbers(story, cycle.cycleId, cycle.year, 3);
  entrants.push(await applyInPerson(story, cycle.cycleId));
}, 240_000);
afterAll(() => fresh.end());

const office = () => one(cast, 'office');
const second = () => one(cast, 'office-2');
const market = () => one(cast, 'dept-market');
const idOf = (index: number) => entrants[index]?.applicationId ?? '';
/** The place of the individual among the entrants. */
const inPerson = 3;
const individual = () => one(cast, 'individual');

test('anyone checks themselves before signing up: by the cycle, with the article, and nothing of it is kept', async () => {
  const anyone = visitor(fresh.cloud, 'public');
  const { cycleId, year } = cycle;
  const described = { kind: 'organisation', legalPerson: true, domicileDivision: '530102' };
  fresh.cloud.forgetCalls();
  const young = await anyone.call('selfCheck', { body: { ...described, cycleId, registeredOn: `${year - 1}-01-01` } });
  expect(young.items[0]).toMatchObject({ item: 'A12', result: 'notMet' });
  const wrote = fresh.cloud
    .calls()
    .filter((c) => /api-eligibility/.test(c.principal) && /Put|Write|Update/.test(c.action));
  expect(wrote).toEqual([]);
  const unknown = await anyone.attempt('selfCheck', { body: { ...described, cycleId: 'cyc_none' } });
  expect(unknown.status).toBe(404);
  const tooMuch = await anyone.attempt('selfCheck', { body: { ...described, facts: Array(21).fill({}) } });
  expect(tooMuch.body.code).toBe('request.invalid');
});

test('a refusal takes two officers; findings are recorded one by one on the way', async () => {
  const params = { applicationId: idOf(0) };
  await office().call('recordFinding', {
    params: { ...params, item: 'A12(2)' },
    body: { result: 'notMet', reason: '未建立质量战略。' },
  });
  const sheet = await office().call('showEligibilityReview', { params });
  expect(sheet.items.find((i) => i.item === 'A12(2)')?.finding).toMatchObject({ by: cast.idOf('office') });
  await office().call('proposeRefusal', { params, body: { reason: '未建立质量战略。', article: 'A12(2)' } });
  const confirm = { params, body: { confirmed: true, reason: '复核属实。' } };
  expect((await office().attempt('decideRefusal', confirm)).body.code).toBe('proposal.same-person');
  expect((await market().attempt('decideRefusal', confirm)).status).toBe(403);
  await second().call('decideRefusal', confirm);
  const refused = await untilStage(one(cast, 'organisation'), idOf(0), 'Refused');
  expect(refused.ended).toMatchObject({ article: 'A12(2)', reason: '未建立质量战略。' });
  expect(JSON.stringify(refused)).not.toContain(cast.idOf('office'));
});

test('an individual mends what the one round of correction names, and is examined by what holds for individuals', async () => {
  const params = { applicationId: idOf(inPerson) };
  const before = await individual().call('showApplication', { params });
  await office().call('requestCorrection', { params, body: { items: ['请补充技术成果证明'] } });
  await untilStage(individual(), idOf(inPerson), 'Correction');
  await addDocument(individual(), idOf(inPerson), 'evidence', makePdf('成果证明.pdf', 2000, 78));
  const after = await individual().call('submit', { params });
  expect(after.receipt?.manifestSha256).not.toBe(before.receipt?.manifestSha256);
  await untilStage(office(), idOf(inPerson), 'EligibilityReview');
  const again = await office().attempt('requestCorrection', { params, body: { items: ['再补'] } });
  expect(again.status).toBe(409);
}, 60_000);

test('one letter to each department covers all who wait; a department sees names, codes and its own answers alone', async () => {
  for (const index of [1, 2, inPerson]) {
    const params = { applicationId: idOf(index) };
    await recommend(one(cast, 'wuhua'), programmeId, idOf(index), index);
    await office().call('passEligibility', {
      params,
      body: { findings: findings[entrants[index]?.sub ?? 'organisation'] },
    });
    await untilStage(office(), idOf(index), 'Consultation');
  }
  const params = { cycleId: cycle.cycleId };
  const departmentCodes = ['market', 'environment'];
  const preview = await office().call('previewLetters', { params, query: { departmentCodes: 'market,environment' } });
  expect(preview.subjects.map((s) => s.applicationId).sort()).toEqual([idOf(1), idOf(2), idOf(inPerson)].sort());
  expect(preview.leftOut).toContain('tax');
  expect(preview.leftOut).not.toContain('market');
  const { items } = await office().call('issueLetters', { params, body: { departmentCodes, question: '有无违法?' } });
  expect(items.map((l) => [l.departmentCode, l.open.length])).toEqual([
    ['market', 3],
    ['environment', 3],
  ]);
  const seen = await market().call('listConsultations', { query: { programmeId } });
  expect(seen.items).toHaveLength(3);
  expect(JSON.stringify(seen)).not.toContain(creditCodeOf(1002));

  const paper = makePdf('市场监管局复函.pdf', 3000, 41);
  const documentId = await addPaper(market(), programmeId, 'consultationAnswer', paper);
  const answers = [idOf(1), idOf(2), idOf(inPerson)].map((applicationId) => ({
    applicationId,
    verdict: 'noObjection',
    facts: '无记录,见复函。',
    documentId,
  }));
  const letterId = items[0]?.letterId ?? '';
  const others = await one(cast, 'dept-environment').attempt('answerLetter', {
    params: { letterId },
    body: { answers },
  });
  expect(others.status).toBe(404);
  await market().call('answerLetter', { params: { letterId }, body: { answers } });
  const { items: letters } = await office().call('listLetters', { params });
  const open = Object.fromEntries(letters.map((l) => [l.departmentCode, l.open.length]));
  expect(open).toEqual({ market: 0, environment: 3 });

  // The paper is its department's and the office's; nobody else reads it or answers with it.
  const lettered = await office().call('showApplication', { params: { applicationId: idOf(1) } });
  expect(lettered).toMatchObject({
    consultations: expect.arrayContaining([
      expect.objectContaining({ departmentCode: 'market', answer: expect.objectContaining({ documentId }) }),
    ]),
  });
  const { url, sha256 } = await office().call('downloadDocument', { params: { documentId } });
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect([sha256, bytes.equals(paper.bytes)]).toEqual([paper.sha256, true]);
  const environment = one(cast, 'dept-environment');
  for (const stranger of [environment, one(cast, 'organisation')])
    expect((await stranger.attempt('downloadDocument', { params: { documentId } })).status).toBe(404);
  const borrowed = await environment.attempt('answerConsultation', {
    params: { applicationId: idOf(1), departmentCode: 'environment' },
    body: { verdict: 'noObjection', facts: '无记录。', documentId },
  });
  expect(borrowed.status).toBe(404);
}, 60_000);

test('the silent department is reminded, the office too when it is late, and only its escalation lets anyone pass', async () => {
  const pass = (index: number) =>
    office().attempt('passConsultation', { params: { applicationId: idOf(index) }, body: {} });
  expect((await pass(1)).body.code).toBe('consultation.unanswered');
  await moveClock(fresh.cloud, { by: '+24d' });
  const subjects = (address: string) => fresh.cloud.mail.inbox({ to: address }).map((m) => JSON.stringify(m));
  await until(
    'department and office are reminded',
    () => Promise.resolve([...subjects('dept-environment@example.test'), ...subjects('office@example.test')]),
    (mails) => mails.filter((m) => m.includes('征求意见函') && m.includes('逾期')).length >= 2,
  );
  expect(subjects('dept-market@example.test').filter((m) => m.includes('提醒'))).toEqual([]);
  for (const index of [1, 2, inPerson]) {
    const params = { applicationId: idOf(index), departmentCode: 'environment' };
    const bare = await office().attempt('recordEscalation', { params, body: { outcome: '电话核实。' } });
    expect(bare.body.code).toBe('consultation.escalation-undocumented');
    await office().call('recordEscalation', { params, body: { outcome: '书面确认。', documentNumber: '昆环函〔1〕' } });
    expect((await pass(index)).status).toBe(200);
    await untilStage(office(), idOf(index), 'EligibilityNotice');
  }
}, 60_000);

test('a late fact holds its applicant in the notice though the period ends; lifted by two, it goes on by itself', async () => {
  const { cycleId } = cycle;
  const notice = await publishNotice(office(), cycleId, 'EligibilityNotice', '资格审查通过名单公示');
  const person = notice.entries.find((e) => e.applicationId === idOf(inPerson));
  expect(person).toMatchObject({ name: '李娜', employer: '昆明市质量技术研究院', kind: 'individual' });
  expect(JSON.stringify(notice)).not.toContain(idNumberOf(2001));
  objection = await object(story, {
    ...{ noticeId: notice.noticeId, applicationId: idOf(inPerson), name: '钱实名', email: 'qian@example.test' },
    ...{ phone: '13912345678', text: '申报人并未主持所列项目,请核实。' },
  });
  await addEvidence(story, objection, makePdf('项目名单.pdf', 3000, 32));
  const mailsTo = (sub: string) => fresh.cloud.mail.inbox({ to: `${sub}@example.test` }).map((m) => JSON.stringify(m));
  const waits = await until(
    'the individual is told that the case waits',
    () => Promise.resolve(mailsTo('individual')),
    (mails) => mails.some((m) => m.includes('收到异议,申报暂停办理')),
  );
  expect(waits.join()).not.toMatch(/钱实名|qian@|13912345678/);
  const params = { applicationId: idOf(1) };
  const fact = {
    item: 'A13(3)',
    nature: 'accident',
    statement: '较大事故',
    source: '市场监管局',
    documentNumber: '函1号',
  };
  const old = await market().attempt('recordLateFact', { params, body: { ...fact, on: '2015-01-01' } });
  expect(old.body.code).toBe('exclusion.outside-look-back');
  const stranger = await one(cast, 'dept-emergency').attempt('recordLateFact', {
    params,
    body: { ...fact, on: '2026-06-01' },
  });
  expect(stranger.status).toBe(404);
  const told = await market().call('recordLateFact', { params, body: { ...fact, on: '2026-06-01' } });
  expect(Object.keys(told).sort()).toEqual(['applicationId', 'item', 'recordedAt']);

  await moveClock(fresh.cloud, { to: new Date(Date.parse(notice.endsAt) + 60_000).toISOString() });
  await untilStage(office(), idOf(2), 'MaterialReview');
  expect((await office().call('showApplication', { params })).stage).toBe('EligibilityNotice');

  await office().call('proposeLifting', { params, body: { reason: '经核实为他企。' } });
  const confirm = { params, body: { confirmed: true, reason: '复核属实。' } };
  expect((await office().attempt('decideLifting', confirm)).body.code).toBe('proposal.same-person');
  await second().call('decideLifting', confirm);
  await untilStage(office(), idOf(1), 'MaterialReview');
  const inbox = await until(
    'the applicant is told that the case waits and that it goes on',
    () => one(cast, 'organisation').call('listMessages'),
    ({ items }) => ['申报暂停办理', '申报恢复办理'].every((s) => items.some((m) => m.subject.includes(s))),
  );
  expect(JSON.stringify(inbox)).not.toContain('较大事故');
}, 60_000);

test('an objection to the individual holds them past the period; dismissed by another officer, they go on', async () => {
  expect((await individual().call('showApplication', { params: { applicationId: idOf(inPerson) } })).stage).toBe(
    'EligibilityNotice',
  );
  const params = { objectionId: objection.receiptNumber };
  await office().call('assignInvestigator', { params, body: { personId: cast.idOf('office-2') } });
  expect((await individual().attempt('showObjection', { params })).status).toBe(403);
  await second().call('decideObjection', {
    params,
    body: { decision: 'dismissed', findings: '项目档案载明其主持。', answer: '经核实,申报人主持了所列项目。' },
  });
  const own = await untilStage(individual(), idOf(inPerson), 'MaterialReview');
  expect(JSON.stringify(own)).not.toContain('钱实名');
  const { items } = await until(
    'the individual is told that the case goes on',
    () => individual().call('listMessages'),
    (page) => page.items.some((m) => m.subject.includes('异议已处理,申报恢复办理')),
  );
  expect(JSON.stringify(items)).not.toContain('钱实名');
}, 60_000);
