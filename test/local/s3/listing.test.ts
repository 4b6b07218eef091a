import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type ListObjectsV2CommandInput,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalS3, refusal, versioned } from './local-s3.ts';

const local = new LocalS3();
const KEYS = ['a/1', 'a/2', 'a/b/3', 'b', 'c/4', 'c/5', '中/6', '😀', 'Ｚ'];
beforeAll(async () => {
  await local.start(versioned('records'), versioned('many'));
  for (const Key of KEYS.toReversed())
    await local.client().send(new PutObjectCommand({ Bucket: 'records', Key, Body: 'x' }));
});
afterAll(() => local.remove());

const list = (more: Partial<ListObjectsV2CommandInput> = {}) =>
  local.client().send(new ListObjectsV2Command({ Bucket: 'records', ...more }));
const shown = ({ Contents, CommonPrefixes }: Awaited<ReturnType<typeof list>>) => [
  ...(Contents ?? []).map(({ Key }) => Key),
  ...(CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
];
const byBytes = KEYS.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

it('lists keys in the order of their UTF-8 bytes', async () => {
  const answer = await list();
  expect(shown(answer)).toEqual(byBytes);
  expect(answer).toMatchObject({ KeyCount: KEYS.length, IsTruncated: false });
  expect(answer.Contents?.[0]).toMatchObject({
    Size: 1,
    StorageClass: 'STANDARD',
    ETag: '"9dd4e461268c8034f5c8564e155c67a6"',
  });
});

it('folds what lies below a delimiter, and stays within a prefix', async () => {
  expect(shown(await list({ Delimiter: '/' }))).toEqual(['b', 'Ｚ', '😀', 'a/', 'c/', '中/']);
  expect(shown(await list({ Prefix: 'a/', Delimiter: '/' }))).toEqual(['a/1', 'a/2', 'a/b/']);
  expect(shown(await list({ Prefix: 'c/' }))).toEqual(['c/4', 'c/5']);
  expect(shown(await list({ Prefix: 'none' }))).toEqual([]);
  expect(shown(await list({ StartAfter: 'b' }))).toEqual(byBytes.slice(4));
});

it.each([1, 2, 3, 4])('gives every key and prefix once in pages of %i', async (MaxKeys) => {
  for (const more of [{}, { Delimiter: '/' }]) {
    const seen: unknown[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await list({ MaxKeys, ContinuationToken, ...more });
      expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
      seen.push(...shown(page));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen.toSorted()).toEqual(shown(await list(more)).toSorted());
  }
});

it('refuses a token it never gave', async () => {
  expect(await refusal(list({ ContinuationToken: 'made up' }))).toMatchObject({ code: 'InvalidArgument' });
});

it('encodes keys when asked', async () => {
  expect((await list({ Prefix: '中', EncodingType: 'url' })).Contents?.[0]?.Key).toBe('%E4%B8%AD/6');
});

it('gives every version and marker once, newest first, in pages of any size', async () => {
  const write = (Key: string, Body: string) => local.client().send(new PutObjectCommand({ Bucket: 'many', Key, Body }));
  const expected: (string | undefined)[] = [];
  for (const Key of ['k1', 'k2']) {
    const ids = [(await write(Key, '1')).VersionId, (await write(Key, '2')).VersionId];
    ids.push((await local.client().send(new DeleteObjectCommand({ Bucket: 'many', Key }))).VersionId);
    expected.push(...ids.toReversed());
  }
  for (const MaxKeys of [1, 2, 4, 100]) {
    const seen: (string | undefined)[] = [];
    let next: Partial<ListObjectVersionsCommandInput> | undefined = {};
    while (next) {
      const page: ListObjectVersionsCommandOutput = await local
        .client()
        .send(new ListObjectVersionsCommand({ Bucket: 'many', MaxKeys, ...next }));
      const both = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      seen.push(...both.map(({ VersionId }) => VersionId));
      next = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
    expect(seen.toSorted()).toEqual(expected.toSorted());
    if (MaxKeys === 1) expect(seen).toEqual(expected);
  }
});
