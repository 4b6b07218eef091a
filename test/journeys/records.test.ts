import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingDate } from '#domain/cycle/closing-date';
import { assemble, one } from '#local/sample/set-up';
import { verifyDossier } from '#local/verify-dossier';
import { announce } from './chapters/announce.ts';
import { applyInNumbers } from './chapters/apply.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import { moveClock, recommend, until } from './stage-door.ts';
import type { Entrant, Story } from './story.ts';

let fresh: FreshCloud;
let story: Story;
let closingYear: number;
let cycleId: string;
let entrant: Entrant;
let s3: S3Client;
let records: string;

beforeAll(async () => {
  fresh = await freshCloud();
  const cast = await assemble(fresh.cloud);
  story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'kept-records' };
  const cycle = await announce(story);
  cycleId = cycle.cycleId;
  const { closesAt } = await one(cast, 'office').call('showCycle', { params: { cycleId: cycle.cycleId } });
  closingYear = Number(closingDate({ closesAt }).slice(0, 4));
  [entrant] = (await applyInNumbers(story, cycle.cycleId, cycle.year, 1)) as [Entrant];
  const { accessKeyId, secretAccessKey } = fresh.cloud.authority.operator;
  s3 = new S3Client({
    endpoint: `http://127.0.0.1:${fresh.cloud.ports.s3}`,
    region: 'cn-north-1',
    credentials: { accessKeyId, secretAccessKey },
  });
  records = fresh.cloud.s3.stats().find((bucket) => bucket.objectLock)?.name ?? '';
}, 120_000);
afterAll(() => fresh.end());

const versions = async () => (await s3.send(new ListObjectVersionsCommand({ Bucket: records }))).Versions ?? [];

test('every file handed in is locked until 1 January ten years after the cycle closed (A29)', async () => {
  const kept = await versions();
  expect(kept).toHaveLength(5);
  for (const { Key, VersionId } of kept) {
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket: records, Key, VersionId }));
    expect(Retention?.Mode).toBe('GOVERNANCE');
    expect(Retention?.RetainUntilDate?.toISOString()).toBe(`${closingYear + 1 + 10}-01-01T00:00:00.000Z`);
  }
});

test('the store itself refuses to delete a version before that, even to the operator', async () => {
  for (const { Key, VersionId } of await versions())
    await expect(s3.send(new DeleteObjectCommand({ Bucket: records, Key, VersionId }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  expect(await versions()).toHaveLength(5);
});

test('the manifest beside the files is the one whose SHA-256 the receipt carries, and names each file by its own', async () => {
  const params = { applicationId: entrant.applicationId };
  const application = await one(story.cast, 'organisation').call('showApplication', { params });
  const key = (await versions()).find(({ Key }) => Key?.includes('/manifest-'))?.Key;
  const text = await (await s3.send(new GetObjectCommand({ Bucket: records, Key: key }))).Body?.transformToString();
  const hash = createHash('sha256')
    .update(text ?? '')
    .digest('hex');
  expect(hash).toBe(application.receipt?.manifestSha256);
  const manifest = JSON.parse(text ?? '{}') as { files: { documentId: string; sha256: string }[] };
  expect(manifest.files).toHaveLength(4);
  for (const file of application.receipt?.files ?? []) {
    const body = await (
      await s3.send(new GetObjectCommand({ Bucket: records, Key: file.recordsKey }))
    ).Body?.transformToByteArray();
    expect(
      createHash('sha256')
        .update(body ?? new Uint8Array())
        .digest('hex'),
    ).toBe(file.sha256);
    expect(manifest.files.find((f) => f.documentId === file.documentId)?.sha256).toBe(file.sha256);
  }
});

const dossierOf = async (sub: string) => {
  const params = { applicationId: entrant.applicationId };
  const asked = await one(story.cast, sub).call('requestDossier', { params, body: { purpose: '归档' } });
  const { exportId } = asked;
  const ready = await until(
    'the dossier should be ready',
    () => one(story.cast, sub).call('showExport', { params: { exportId } }),
    ({ status }) => status !== 'preparing',
  );
  expect(ready.status).toBe('ready');
  const { url, sha256, manifestSha256 } = await one(story.cast, sub).call('downloadDossier', { params: { exportId } });
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  const file = join(fresh.dir, `${exportId}.zip`);
  writeFileSync(file, bytes);
  const verified = await verifyDossier(file);
  expect(verified.manifestSha256).toBe(manifestSha256);
  return { ...verified, exportId, bytes, paths: verified.manifest?.entries.map((e) => e.path.split('/')[0]) ?? [] };
};

test('the office exports the whole dossier: originals, papers, what is known of them, audit events; it verifies (A29)', async () => {
  await recommend(one(story.cast, 'wuhua'), story.programmeId, entrant.applicationId);
  const { problems, paths, manifest } = await dossierOf('office');
  expect(problems).toEqual([]);
  expect(new Set(paths)).toEqual(new Set(['metadata', 'originals', 'papers', 'submissions', 'audit']));
  const originals = manifest?.entries.filter((e) => e.path.startsWith('originals/'));
  expect(originals).toHaveLength(4);
  expect(originals?.every((e) => e.documentId)).toBe(true);
}, 60_000);

test('the applicant exports what is theirs, and neither trail nor names of those who examine', async () => {
  const { problems, paths, exportId } = await dossierOf('organisation');
  expect(problems).toEqual([]);
  expect(new Set(paths)).toEqual(new Set(['metadata', 'originals', 'submissions']));
  const params = { exportId };
  expect((await one(story.cast, 'office').attempt('downloadDossier', { params })).status).toBe(404);
  expect((await one(story.cast, 'individual').attempt('showExport', { params })).status).toBe(404);
}, 60_000);

test('every export is in the register, for office and auditor to read and for nobody else', async () => {
  const params = { programmeId: story.programmeId };
  await one(story.cast, 'auditor').attempt('exportAssessors', { params });
  const { items } = await one(story.cast, 'auditor').call('listExports', { params });
  expect(items.map(({ kind, status, downloads }) => [kind, status, downloads.length])).toEqual([
    ['assessorPool', 'delivered', 1],
    ['applicantDossier', 'ready', 1],
    ['dossier', 'ready', 1],
  ]);
  expect((await one(story.cast, 'admin').attempt('listExports', { params })).status).toBe(403);
});

const retained = async () => {
  const all = (await versions()).map(async ({ Key, VersionId }) => {
    const { Retention } = await s3.send(new GetObjectRetentionCommand({ Bucket: records, Key, VersionId }));
    return Retention?.RetainUntilDate?.toISOString().slice(0, 10);
  });
  return [...new Set(await Promise.all(all))];
};

test('a cycle that ends in the year after its closing is kept a year longer (A29, D13)', async () => {
  const params = { applicationId: entrant.applicationId };
  await one(story.cast, 'organisation').call('withdraw', { params, body: { reason: '不再参评' } });
  await moveClock(fresh.cloud, { to: `${closingYear + 1}-01-02T01:00:00.000Z` });
  await one(story.cast, 'office').call('completeCycle', { params: { cycleId } });
  await until('the locks should be lengthened', retained, ([date]) => date === `${closingYear + 12}-01-01`);
}, 120_000);

test('what is still locked is not disposed of, whatever two people approve', async () => {
  const { accessKeyId, secretAccessKey } = fresh.cloud.authority.operator;
  const states = new SFNClient({
    endpoint: `http://127.0.0.1:${fresh.cloud.ports.json}`,
    region: 'cn-north-1',
    credentials: { accessKeyId, secretAccessKey },
  });
  const stateMachineArn = fresh.cloud.model.machines.find(({ name }) => name.endsWith('-records'))?.arn;
  // As the schedule would start it when the retention is over; the store's own clock knows better.
  const input = JSON.stringify({ work: 'appraisal', scheduledTime: `${closingYear + 12}-01-01T01:00:00Z` });
  await states.send(new StartExecutionCommand({ stateMachineArn, input }));
  const office = one(story.cast, 'office');
  const { items } = await until(
    'the appraisal list should be drawn up',
    () => office.call('listAppraisals', { params: { programmeId: story.programmeId } }),
    (page) => page.items.length > 0,
  );
  const params = { appraisalId: items[0]?.appraisalId ?? '' };
  const personId = story.cast.idOf('individual');
  const grant = { programmeId: story.programmeId, role: 'office' };
  await one(story.cast, 'admin').call('grantRole', { params: { personId }, body: grant });
  await office.call('proposeDisposal', { params, body: { reason: '保管期满' } });
  await one(story.cast, 'individual').call('decideDisposal', { params, body: { approve: true } });
  const { entries, record } = await until(
    'the disposal should be carried out',
    () => office.call('showAppraisal', { params }),
    ({ status }) => status === 'disposed',
  );
  expect(entries).toMatchObject([
    { filed: 'application', recordId: entrant.applicationId, kept: 'retention' },
    { filed: 'cyclePapers', recordId: cycleId, kept: 'retention' },
  ]);
  expect(record?.files).toBe(0);
}, 60_000);
