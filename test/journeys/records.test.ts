import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closingDate } from '#domain/cycle/closing-date';
import { assemble, one } from '#local/sample/set-up';
import { announce } from './chapters/announce.ts';
import { applyInNumbers } from './chapters/apply.ts';
import type { FreshCloud } from './fresh-cloud.ts';
import { freshCloud } from './fresh-cloud.ts';
import { Narrator } from './narrator.ts';
import type { Entrant, Story } from './story.ts';

let fresh: FreshCloud;
let story: Story;
let closingYear: number;
let entrant: Entrant;
let s3: S3Client;
let records: string;

beforeAll(async () => {
  fresh = await freshCloud();
  const cast = await assemble(fresh.cloud);
  story = { place: fresh.cloud, cast, tell: new Narrator(() => undefined), programmeId: 'kept-records' };
  const cycle = await announce(story);
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
