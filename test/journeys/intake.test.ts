import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newHead } from '#domain/record';
import type { Ban } from '#domain/revocation/ban';
import { banIdOf } from '#functions/store/bans';
import { creditCodeOf, organisationForm, withEvidence } from '#local/sample/forms';
import type { Cast } from '#local/sample/set-up';
import { assemble, one } from '#local/sample/set-up';
import type { Visitor } from '#local/sample/visitor';
import { visitor } from '#local/sample/visitor';
import { zipOf } from '#test/build/zip';
import { announce } from './chapters/announce.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { makePdf } from './pdf.ts';
import { addDocument, addPaper, moveClock, recommend, until, untilStage } from './stage-door.ts';

const programmeId = 'intake';
let fresh: FreshCloud;
let cast: Cast;
let cycleId: string;
let closesAt: string;
let applicationId: string;
let form: ReturnType<typeof organisationForm>;

beforeAll(async () => {
  fresh = await freshCloud();
  cast = await assemble(fresh.cloud);
  const cycle = await announce({ place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId });
  cycleId = cycle.cycleId;
  closesAt = (await one(cast, 'office').call('showCycle', { params: { cycleId } })).closesAt;
  form = organisationForm(
    creditCodeOf(9001),
    '昆明某厂',
    [3, 2, 1, 0].map((ago) => cycle.year - ago),
  );
  applicationId = (await owner().call('beginApplication', { params: { cycleId }, body: { kind: 'organisation' } }))
    .applicationId;
}, 180_000);
afterAll(() => fresh.end());

const owner = () => one(cast, 'organisation');
const colleague = () => one(cast, 'individual');
const office = () => one(cast, 'office');
const materials = ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'] as const;

const save = (by: Visitor, section: keyof typeof form, content: object = form[section], basedOn = 0) =>
  by.attempt('saveSection', { params: { applicationId, section }, query: { basedOn }, body: content });

/** Declares every condition with a file that shows it. */
async function declareWith(by: Visitor, id: string, documentId: string): Promise<void> {
  const { sections } = await by.call('showApplication', { params: { applicationId: id } });
  await by.call('saveSection', {
    params: { applicationId: id, section: 'conditions' },
    query: { basedOn: sections.conditions?.version ?? 0 },
    body: withEvidence(form.conditions, [documentId]),
  });
}

test('anyone can read the form of the cycle', async () => {
  const shown = await visitor(fresh.cloud, 'public').call('showForm', { params: { cycleId, kind: 'organisation' } });
  expect(shown.sections.filter((s) => s.mandatory).map((s) => s.name)).toHaveLength(5);
  expect(shown.choices.jurisdictions).toEqual(['五华区']);
  expect(shown.choices.divisions).toContainEqual({ value: '530102', zh: '五华区' });
});

describe('two people of one applicant', () => {
  test('a stranger is kept out until the owner takes them in by their e-mail', async () => {
    expect(await save(colleague(), 'profile')).toMatchObject({ status: 403, body: { code: 'person.not-owner' } });
    const params = { applicationId };
    const nobody = await owner().attempt('addMember', { params, body: { email: 'nobody@example.test' } });
    expect(nobody).toMatchObject({ status: 400, body: { code: 'member.not-registered' } });
    const officer = await owner().attempt('addMember', { params, body: { email: 'office@example.test' } });
    expect(officer).toMatchObject({ status: 409, body: { code: 'member.duty-conflicts', article: 'A7' } });
    const { members } = await owner().call('addMember', { params, body: { email: 'Individual@Example.test' } });
    expect(members).toMatchObject([{ name: '李娜', maySubmit: false }]);
    const { items } = await colleague().call('listSharedApplications');
    expect(items.map((a) => a.applicationId)).toEqual([applicationId]);
  });

  test('who edits what the other changed is shown it, and merges', async () => {
    expect((await save(owner(), 'profile', { text: '初稿' })).status).toBe(200);
    expect((await save(colleague(), 'profile', { text: '李娜的稿' }, 1)).status).toBe(200);
    const refused = await save(owner(), 'profile', { text: '我的稿' }, 1);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'application.section-changed',
        detail: { version: 2, content: { text: '李娜的稿' }, savedByName: '李娜' },
      },
    });
    expect(refused.body.message?.zh).toContain('李娜');
    expect((await save(owner(), 'profile', form.profile, 2)).status).toBe(200);
  });

  test('all sections saved at the same moment are all saved', async () => {
    const others = ['organisationIdentity', 'results', 'conditions', 'undertaking'] as const;
    const answers = await Promise.all([
      ...others.map((section, i) => save(i % 2 ? owner() : colleague(), section)),
      save(owner(), 'profile', form.profile, 3),
    ]);
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
    const { sections } = await owner().call('showApplication', { params: { applicationId } });
    expect(Object.keys(sections).sort()).toEqual([...others, 'profile'].sort());
  });

  test('a branch and an organisation from elsewhere are refused with the article', async () => {
    const identity = form.organisationIdentity;
    const branch = await save(owner(), 'organisationIdentity', { ...identity, registrationType: 'branch' }, 1);
    expect(branch).toMatchObject({ status: 409, body: { code: 'application.not-legal-person', article: 'A12' } });
    const qujing = await save(owner(), 'organisationIdentity', { ...identity, domicileDivision: '530302' }, 1);
    expect(qujing).toMatchObject({ status: 409, body: { code: 'application.domicile-elsewhere', article: 'A12' } });
  });

  test('the member cannot hand in', async () => {
    const refused = await colleague().attempt('submit', { params: { applicationId } });
    expect(refused).toMatchObject({ status: 403, body: { code: 'person.submit-right-missing' } });
  });
});

describe('materials', () => {
  const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const declare = (bytes: Uint8Array, given: object = {}) =>
    owner().attempt('addDocument', {
      params: { applicationId },
      body: {
        kind: 'other',
        name: '材料.pdf',
        format: 'application/pdf',
        size: bytes.length,
        sha256: sha256Of(bytes),
        ...given,
      },
    });
  interface Upload {
    document: { documentId: string };
    url: string;
    headers: Record<string, string>;
  }
  const declared = async (bytes: Uint8Array, given: object = {}) => {
    const { status, body } = await declare(bytes, given);
    expect(status).toBe(201);
    return body as unknown as Upload;
  };
  const put = async ({ url, headers }: Pick<Upload, 'url' | 'headers'>, bytes: Uint8Array) => {
    const response = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    return [response.status, /<Code>(\w+)</.exec(await response.text())?.[1]];
  };
  const arrives = (documentId: string) =>
    until(
      'the file is checked on arrival',
      () => owner().call('showDocument', { params: { documentId } }),
      (d) => d.status !== 'awaited',
    );
  const remove = (documentId: string) => owner().call('removeDocument', { params: { documentId } });
  const exe = Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(500)]);
  const pdf = makePdf('a.pdf', 2000, 400).bytes;

  test('an .exe named .pdf arrives and is rejected for its content; it stands in the way of handing in', async () => {
    const upload = await declared(exe);
    expect(await put(upload, exe)).toEqual([200, undefined]);
    const { documentId } = upload.document;
    expect(await arrives(documentId)).toMatchObject({
      status: 'rejected',
      problem: expect.stringContaining('内容不是'),
    });
    const { body } = await owner().attempt('submit', { params: { applicationId } });
    expect(body.message?.zh).toContain('材料.pdf (未通过检查');
    await remove(documentId);
  });

  test('an OFD is a ZIP with OFD.xml in it; another ZIP is none', async () => {
    for (const [names, status] of [
      [['OFD.xml', 'Doc_0/Document.xml'], 'checked'],
      [['word/document.xml'], 'rejected'],
    ] as const) {
      const zip = zipOf(names);
      const upload = await declared(zip, { format: 'application/ofd', name: '材料.ofd' });
      await put(upload, zip);
      expect((await arrives(upload.document.documentId)).status).toBe(status);
      await remove(upload.document.documentId);
    }
  });

  test('other bytes than declared are refused by the storage, by their hash or by their length', async () => {
    const upload = await declared(pdf);
    const changed = Buffer.from(pdf);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(await put(upload, changed)).toEqual([400, 'BadDigest']);
    expect(await put(upload, Buffer.concat([pdf, Buffer.from('x')]))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(upload, pdf)).toEqual([200, undefined]);
    await arrives(upload.document.documentId);
    await remove(upload.document.documentId);
  });

  test('a URL puts its own file only, once, and in its time', async () => {
    const [mine, other] = [await declared(pdf), await declared(exe)];
    const elsewhere = mine.url.replace(mine.document.documentId, other.document.documentId);
    expect(elsewhere).not.toBe(mine.url);
    expect(await put({ ...mine, url: elsewhere }, pdf)).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await put(mine, pdf)).toEqual([200, undefined]);
    expect(await put(mine, pdf)).toEqual([412, 'PreconditionFailed']);
    const late = await fetch(await expired(other.document.documentId), { method: 'PUT', body: new Uint8Array(exe) });
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    for (const { document } of [mine, other]) await remove(document.documentId);
  });

  /** A URL as it was signed eleven minutes ago. */
  async function expired(Key: string): Promise<string> {
    const Bucket = fresh.cloud.s3.stats().find((b) => b.name.includes('staging'))?.name;
    const command = new PutObjectCommand({ Bucket, Key });
    return getSignedUrl(storage(), command, { expiresIn: 600, signingDate: new Date(Date.now() - 660_000) });
  }

  test.each([
    ['a format that is not taken', { format: 'application/zip' }, 400, 'request.invalid'],
    ['more than its format may have', { format: 'image/png', size: 10 * 1024 ** 2 + 1 }, 413, 'document.too-large'],
    ['in place of a file that is not there', { replaces: 'x' }, 404, 'record.not-found'],
  ])('%s is refused at the declaration', async (_, given, status, code) =>
    expect(await declare(pdf, given)).toMatchObject({ status, body: { code } }),
  );

  test('a file gives way to the one that replaces it, when that one is good', async () => {
    const first = await addDocument(owner(), applicationId, 'other', makePdf('一.pdf', 2000, 401));
    const bad = await declared(exe, { replaces: first });
    await put(bad, exe);
    await arrives(bad.document.documentId);
    const names = async () =>
      (await colleague().call('listDocuments', { params: { applicationId } })).items.map((d) => d.documentId);
    expect(await names()).toContain(first);
    const good = await declared(pdf, { replaces: first });
    await put(good, pdf);
    await arrives(good.document.documentId);
    expect(await names()).not.toContain(first);
    for (const { document } of [bad, good]) await remove(document.documentId);
  });

  test("another's file is not there for a stranger, and a member removes a colleague's", async () => {
    const documentId = await addDocument(owner(), applicationId, 'other', makePdf('二.pdf', 2000, 402));
    for (const route of ['showDocument', 'removeDocument', 'downloadDocument'] as const)
      expect((await one(cast, 'office-2').attempt(route, { params: { documentId } })).status).toBe(404);
    expect((await colleague().call('removeDocument', { params: { documentId } })).status).toBe('removed');
  });
});

/** The records themselves, for what only a revocation writes. */
const coreTable = () => {
  const { accessKeyId, secretAccessKey } = fresh.cloud.authority.operator;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${fresh.cloud.ports.json}`,
    region: 'cn-north-1',
    credentials: { accessKeyId, secretAccessKey },
  });
  const TableName = fresh.cloud.dynamodb.tables().find(({ name }) => /core/i.test(name))?.name;
  return { TableName, table: DynamoDBDocumentClient.from(client) };
};

const storage = () => {
  const { accessKeyId, secretAccessKey } = fresh.cloud.authority.operator;
  return new S3Client({
    endpoint: `http://127.0.0.1:${fresh.cloud.ports.s3}`,
    region: 'cn-north-1',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId, secretAccessKey },
  });
};

describe('handing in, withdrawing and handing in again', () => {
  let first: string;
  let evidence: string;

  test('a ban that came after the form was filled in refuses it, with the day it ends (A27)', async () => {
    for (const [i, kind] of materials.entries()) {
      const documentId = await addDocument(owner(), applicationId, kind, makePdf(`${kind}.pdf`, 2000, i));
      if (kind === 'evidence') evidence = documentId;
    }
    await declareWith(owner(), applicationId, evidence);
    const { creditCode: identifier, name } = form.organisationIdentity;
    const { TableName, table } = coreTable();
    const banId = banIdOf(programmeId, identifier);
    const key = { pk: `BAN#${banId}`, sk: 'META' };
    const period = { from: '2026-01-01', until: '2099-12-31' };
    const banned: Ban = { ...newHead(programmeId), banId, identifier, name, ...period, revocationIds: [] };
    await table.send(new PutCommand({ TableName, Item: { ...key, type: 'ban', version: 1, data: banned } }));
    for (const refused of [
      await owner().attempt('submit', { params: { applicationId } }),
      await save(owner(), 'organisationIdentity', { ...form.organisationIdentity, name: '昆明新名称厂' }, 1),
    ])
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'ban.in-force', article: 'A27', detail: { until: '2099-12-31' } },
      });
    await table.send(new DeleteCommand({ TableName, Key: key }));
  });

  test('a file that lay too long and is gone from staging is named, and nothing is handed in', async () => {
    const documentId = await addDocument(owner(), applicationId, 'other', makePdf('旧附件.pdf', 2000, 90));
    const Bucket = fresh.cloud.s3.stats().find((b) => b.name.includes('staging'))?.name;
    await storage().send(new DeleteObjectCommand({ Bucket, Key: documentId }));
    const refused = await owner().attempt('submit', { params: { applicationId } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'application.incomplete' } });
    expect(refused.body.message?.zh).toContain('旧附件.pdf (已过期');
    await owner().call('removeDocument', { params: { documentId } });
  });

  test('the receipt can be fetched again, by the applicant and the office', async () => {
    const params = { documentId: evidence };
    await owner().call('markDocument', { params, body: { confidential: true } });
    const once = { params: { applicationId }, idempotencyKey: 'once' };
    const handedIn = await owner().call('submit', once);
    expect((await owner().call('submit', once)).receipt).toEqual(handedIn.receipt);
    first = handedIn.receipt?.number ?? '';
    for (const reader of [owner(), colleague(), office(), one(cast, 'auditor')])
      expect((await reader.call('showReceipts', { params: { applicationId } })).latest).toEqual(handedIn.receipt);
    expect((await one(cast, 'wuhua').attempt('showReceipts', { params: { applicationId } })).status).toBe(404);
    await untilStage(office(), applicationId, 'EligibilityReview');
  });

  test('what was handed in stays, and who of the process opens a confidential file is noted', async () => {
    const params = { documentId: evidence };
    expect(await owner().attempt('removeDocument', { params })).toMatchObject({ status: 409 });
    await owner().call('downloadDocument', { params });
    await office().call('downloadDocument', { params });
    const trail = await one(cast, 'auditor').call('readAuditTrail', {
      params: { recordType: 'document', recordId: evidence },
    });
    const opened = ('events' in trail ? trail.events : []).filter((e) => e.type === 'confidentialDocumentOpened');
    expect(opened.map((e) => e.actor.name)).toEqual(['王敏']);
  });

  test('withdrawn while open, it is begun again with its form and files, which are copied from the records', async () => {
    await owner().call('withdraw', { params: { applicationId }, body: { reason: '需更新自评报告' } });
    const again = await owner().call('beginAgain', { params: { applicationId } });
    const twice = await owner().attempt('beginAgain', { params: { applicationId } });
    expect(twice).toMatchObject({ status: 409, body: { code: 'application.begun-again-already' } });
    expect(again.sections.profile?.content).toEqual(form.profile);
    const params = { applicationId: again.applicationId };
    const old = await owner().call('showApplication', { params: { applicationId } });
    const handedIn = await owner().call('submit', { params });
    expect(handedIn.receipt?.files.map((f) => f.sha256).sort()).toEqual(old.receipt?.files.map((f) => f.sha256).sort());
    expect(old).toMatchObject({ stage: 'Withdrawn', receipt: { number: first } });
    await everyFileIsLocked(again.applicationId, 5);
    applicationId = again.applicationId;
  });

  /** Files and manifest of an application, all under their lock. */
  async function everyFileIsLocked(id: string, count: number): Promise<void> {
    const Bucket = fresh.cloud.s3.stats().find((b) => b.objectLock)?.name;
    const Prefix = `${programmeId}/${cycleId}/${id}/`;
    const { Versions = [] } = await storage().send(new ListObjectVersionsCommand({ Bucket, Prefix }));
    expect(Versions).toHaveLength(count);
    expect(Versions.filter((v) => v.Key?.includes('/manifest-'))).toHaveLength(1);
    for (const { Key, VersionId } of Versions) {
      const { Retention } = await storage().send(new GetObjectRetentionCommand({ Bucket, Key, VersionId }));
      expect(Retention?.Mode).toBe('GOVERNANCE');
    }
  }

  test('nobody else applies for the same organisation', async () => {
    const other = await colleague().call('beginApplication', { params: { cycleId }, body: { kind: 'organisation' } });
    const params = { applicationId: other.applicationId };
    for (const [section, body] of Object.entries(form))
      await colleague().call('saveSection', { params: { ...params, section }, body });
    let file = '';
    for (const [i, kind] of materials.entries())
      file = await addDocument(colleague(), other.applicationId, kind, makePdf(`${kind}.pdf`, 2000, 50 + i));
    await declareWith(colleague(), other.applicationId, file);
    expect(await colleague().attempt('submit', { params })).toMatchObject({
      status: 409,
      body: { code: 'application.applied-already' },
    });
  });
});

describe('recommendation and cultivation', () => {
  test('a body sees and recommends its own applicants, with a signed PDF, once', async () => {
    const wuhua = one(cast, 'wuhua');
    const params = { applicationId };
    const shown = await wuhua.call('showRecommendable', { params });
    expect(shown).toMatchObject({ name: '昆明某厂', registeredOn: '2009-06-18' });
    expect(shown.endsAt > closesAt).toBe(true);
    expect((await office().call('showApplication', { params })).view).toBe('office');
    const missing = async () =>
      (await owner().call('showApplication', { params })) as { recommendationMissing: boolean };
    expect((await missing()).recommendationMissing).toBe(true);
    const without = await wuhua.attempt('recommend', { params, body: { opinion: '同意' } });
    expect(without).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const minutes = await addPaper(wuhua, programmeId, 'minutes', makePdf('纪要.pdf', 2000, 60));
    const wrong = await wuhua.attempt('recommend', { params, body: { opinion: '同意', documentId: minutes } });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'recommendation.wrong-paper' } });
    await recommend(wuhua, programmeId, applicationId);
    expect((await missing()).recommendationMissing).toBe(false);
    const again = await wuhua.attempt('recommend', { params, body: { opinion: '改', documentId: minutes } });
    expect(again).toMatchObject({ status: 409, body: { code: 'recommendation.given-already' } });
  });

  test('cultivation is recorded by its own jurisdiction and read by office and auditors', async () => {
    const body = {
      jurisdiction: '五华区',
      organisation: '昆明某厂',
      kind: 'training',
      on: '2026-05-01',
      description: '卓越绩效模式培训',
    };
    const params = { programmeId };
    const wuhua = one(cast, 'wuhua');
    const recorded = await wuhua.call('recordCultivation', { params, body });
    const elsewhere = { ...body, jurisdiction: '官渡区' };
    expect(await wuhua.attempt('recordCultivation', { params, body: elsewhere })).toMatchObject({
      status: 403,
      body: { code: 'cultivation.other-jurisdiction', article: 'A10' },
    });
    expect((await owner().attempt('listCultivations', { params })).status).toBe(403);
    for (const reader of [wuhua, office(), one(cast, 'auditor')])
      expect((await reader.call('listCultivations', { params })).items).toMatchObject([body]);
    const { cultivationId } = recorded;
    await wuhua.call('annulCultivation', { params: { cultivationId }, body: { reason: '日期有误' } });
    const { items } = await office().call('listCultivations', { params });
    expect(items).toMatchObject([{ annulled: { reason: '日期有误' } }]);
  });
});

describe('after the closing', () => {
  let late: string;

  test('nothing is handed in any more, unless the office gave this applicant more time and said why', async () => {
    const begun = await colleague().call('beginApplication', { params: { cycleId }, body: { kind: 'organisation' } });
    late = begun.applicationId;
    const params = { applicationId: late };
    const code = creditCodeOf(9002);
    for (const [section, content] of Object.entries(form))
      await colleague().call('saveSection', {
        params: { ...params, section },
        body: section === 'organisationIdentity' ? { ...content, creditCode: code, jurisdiction: '官渡区' } : content,
      });
    let file = '';
    for (const [i, kind] of materials.entries())
      file = await addDocument(colleague(), late, kind, makePdf(`${kind}.pdf`, 2000, 70 + i));
    await declareWith(colleague(), late, file);
    await moveClock(fresh.cloud, { to: closesAt });
    expect(await colleague().attempt('submit', { params })).toMatchObject({
      status: 409,
      body: { code: 'cycle.closed', article: 'A15' },
    });
    const until = new Date(Date.parse(closesAt) + 2 * 86_400_000).toISOString();
    expect((await office().attempt('extendApplication', { params, body: { closesAt: until } })).status).toBe(400);
    const body = { closesAt: until, reason: '截止当日系统故障' };
    expect((await colleague().attempt('extendApplication', { params, body })).status).toBe(403);
    const { extension } = await office().call('extendApplication', { params, body });
    expect(extension).toMatchObject(body);
    await colleague().call('submit', { params });
    await untilStage(office(), late, 'EligibilityReview');
    const tooLate = await office().attempt('extendApplication', { params, body });
    expect(tooLate).toMatchObject({ status: 409, body: { code: 'stage.action-unavailable' } });
  });

  test('an applicant of another jurisdiction is not there for the body', async () => {
    const wuhua = one(cast, 'wuhua');
    const params = { applicationId: late };
    expect((await wuhua.attempt('showRecommendable', { params })).status).toBe(404);
    const documentId = await addPaper(wuhua, programmeId, 'recommendation', makePdf('意见.pdf', 2000, 80));
    const body = { opinion: '同意', documentId };
    expect((await wuhua.attempt('recommend', { params, body })).status).toBe(404);
    const { items } = await wuhua.call('listRecommendable', { query: { cycleId } });
    expect(items.map((a) => a.applicationId)).not.toContain(late);
  });

  test('who answers for it recommends in time, and not later', async () => {
    const admin = one(cast, 'admin');
    const personId = cast.idOf('wuhua');
    const grant = { programmeId, role: 'recommendingBody', jurisdiction: '官渡区' };
    await admin.call('grantRole', { params: { personId }, body: grant });
    const wuhua = one(cast, 'wuhua');
    const { endsAt } = await wuhua.call('showRecommendable', { params: { applicationId: late } });
    const documentId = await addPaper(wuhua, programmeId, 'recommendation', makePdf('意见.pdf', 2000, 81));
    await moveClock(fresh.cloud, { to: endsAt });
    const refused = await wuhua.attempt('recommend', {
      params: { applicationId: late },
      body: { opinion: '同意', documentId },
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'recommendation.late', article: 'A10' } });
  });
});
