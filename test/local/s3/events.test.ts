import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asNotificationRecord } from '#local/s3/s3';
import { LocalS3, plain, versioned } from './local-s3.ts';

let local: LocalS3;
beforeEach(async () => {
  local = await new LocalS3().start(plain('staging'), versioned('records'));
});
afterEach(() => local.remove());

const put = (Bucket: string, Key: string) => local.client().send(new PutObjectCommand({ Bucket, Key, Body: 'hello' }));

it('a new object is told of as EventBridge would', async () => {
  const { VersionId } = await put('records', 'a b/申.pdf');
  await local.settled();
  expect(local.events).toHaveLength(1);
  expect(local.events[0]).toMatchObject({
    version: '0',
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '000000000000',
    time: '2027-03-01T04:00:00Z',
    region: 'cn-north-1',
    resources: ['arn:aws-cn:s3:::records'],
    detail: {
      bucket: { name: 'records' },
      object: { key: 'a b/申.pdf', size: 5, etag: '5d41402abc4b2a76b9719d911017c592', 'version-id': VersionId },
      reason: 'PutObject',
      requester: 'officer',
    },
  });
});

it('and can be given as S3’s own notification, its key encoded', async () => {
  await put('staging', "a b/申+'(1).pdf");
  await local.client().send(
    new CopyObjectCommand({
      Bucket: 'records',
      Key: 'c',
      CopySource: `staging/${encodeURIComponent("a b/申+'(1).pdf")}`,
    }),
  );
  await local.client().send(new DeleteObjectCommand({ Bucket: 'records', Key: 'c' }));
  await local.client().send(new DeleteObjectCommand({ Bucket: 'staging', Key: "a b/申+'(1).pdf" }));
  await local.settled();
  const records = local.events.map((event) => asNotificationRecord(event).Records[0]);
  expect(records.map((record) => record?.eventName)).toEqual([
    'ObjectCreated:Put',
    'ObjectCreated:Copy',
    'ObjectRemoved:DeleteMarkerCreated',
    'ObjectRemoved:Delete',
  ]);
  expect(records[0]?.s3.object).toMatchObject({
    key: 'a+b/%E7%94%B3%2B%27%281%29.pdf',
    size: 5,
    eTag: '5d41402abc4b2a76b9719d911017c592',
  });
  expect(records[0]?.s3.object.versionId).toBeUndefined();
  expect(records[1]?.s3).toMatchObject({
    bucket: { name: 'records', arn: 'arn:aws-cn:s3:::records' },
    object: { versionId: expect.any(String) as string },
  });
  const sequencers = records.map((record) => record?.s3.object.sequencer ?? '');
  expect(sequencers[1]! < sequencers[2]!).toBe(true);
});

it('a delivery that fails is tried again, and others do not wait for it', async () => {
  let failures = 1;
  local.onEvent = (event) => {
    if (event.detail.object.key === 'first' && failures-- > 0) return Promise.reject(new Error('not now'));
    return void local.events.push(event);
  };
  await put('staging', 'first');
  await put('staging', 'second');
  await local.settled();
  expect(local.events.map(({ detail }) => detail.object.key)).toEqual(['second']);
  await expect.poll(() => local.events.map(({ detail }) => detail.object.key)).toEqual(['second', 'first']);
});

it('what was not delivered before a restart is delivered after it, and then never again', async () => {
  local.onEvent = () => new Promise(() => {});
  await put('staging', 'k');
  await local.stop();
  local.onEvent = (event) => void local.events.push(event);
  await local.start();
  await local.settled();
  expect(local.events.map(({ detail }) => detail.object.key)).toEqual(['k']);
  await local.stop();
  await local.start();
  await local.settled();
  expect(local.events).toHaveLength(1);
});

it('kill -9 loses neither what was answered nor its event, and leaves no half-written bytes', async () => {
  await local.stop();
  const child = fork(join(import.meta.dirname, 'server-process.ts'), [local.dir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  local.url = url;
  await put('staging', 'kept');
  const half = local
    .client()
    .send(new PutObjectCommand({ Bucket: 'staging', Key: 'half', Body: Buffer.alloc(200 * 1024 ** 2) }))
    .catch(() => 'cut off');
  await expect.poll(() => readdirSync(join(local.dir, 'arriving')).length, { interval: 5 }).toBe(1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await half;
  await local.start();
  await local.settled();
  expect(local.events.map(({ detail }) => detail.object.key)).toEqual(['kept']);
  expect(readdirSync(join(local.dir, 'arriving'))).toEqual([]);
  expect(readdirSync(join(local.dir, 'blobs'))).toHaveLength(1);
  const { Body } = await local.client().send(new GetObjectCommand({ Bucket: 'staging', Key: 'kept' }));
  expect(await Body?.transformToString()).toBe('hello');
});

it('bytes that a killed process had written but not yet taken note of are swept away at the next start', async () => {
  await put('staging', 'kept');
  await local.stop();
  writeFileSync(join(local.dir, 'blobs', 'nobody-knows-me'), 'x');
  await local.start();
  expect(readdirSync(join(local.dir, 'blobs'))).toHaveLength(1);
});
