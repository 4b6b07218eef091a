import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, LocalS3, plain, refusal, versioned } from './local-s3.ts';

const local = new LocalS3();
let s3: S3Client;
beforeAll(async () => {
  await local.start(plain('staging'), versioned('records'));
  s3 = local.client();
});
afterAll(() => local.remove());

const put = (Key: string, Body: string, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: 'staging', Key, Body, ...more }));
const get = async (Key: string, more: object = {}, Bucket = 'staging') => {
  const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: (await answer.Body?.transformToString()) ?? '' };
};

describe('an object', () => {
  it('comes back with its bytes, headers and metadata', async () => {
    await put('form.pdf', '申报表', {
      ContentType: 'application/pdf',
      Metadata: { applicant: 'org-1' },
      ContentDisposition: 'attachment',
      CacheControl: 'no-store',
    });
    const { text, ...answer } = await get('form.pdf', { ChecksumMode: 'ENABLED' });
    expect(text).toBe('申报表');
    expect(answer).toMatchObject({
      ContentType: 'application/pdf',
      Metadata: { applicant: 'org-1' },
      ContentDisposition: 'attachment',
      CacheControl: 'no-store',
      ContentLength: 9,
      AcceptRanges: 'bytes',
      ChecksumType: 'FULL_OBJECT',
    });
    expect(answer.VersionId).toBeUndefined();
    expect(answer.LastModified?.getTime()).toBe(local.awardNow);
  });

  it('may have a key of any characters, blanks and Chinese included', async () => {
    for (const key of ['自评报告/第 1 章+附录.pdf', "a'b(c)!*~&=?#.txt", 'a//b', 'x%20y']) {
      await put(key, key);
      expect((await get(key)).text).toBe(key);
    }
  });

  it('may be empty', async () => {
    await put('empty', '');
    expect(await get('empty')).toMatchObject({ text: '', ContentLength: 0 });
  });

  it('says what it is without its bytes', async () => {
    await put('head', 'abcde');
    expect(await s3.send(new HeadObjectCommand({ Bucket: 'staging', Key: 'head' }))).toMatchObject({
      ContentLength: 5,
      ETag: '"ab56b4d92b40713acc5af89985d4b786"',
    });
    const attributes = await s3.send(
      new GetObjectAttributesCommand({ Bucket: 'staging', Key: 'head', ObjectAttributes: ['ObjectSize', 'Checksum'] }),
    );
    expect(attributes).toMatchObject({ ObjectSize: 5, Checksum: { ChecksumCRC32: 'hYfYZQ==' } });
    expect(attributes.ETag).toBeUndefined();
  });

  it('is given in ranges: 206 with the bytes, 416 beyond the end', async () => {
    await put('range', '0123456789');
    expect(await get('range', { Range: 'bytes=2-4' })).toMatchObject({
      text: '234',
      ContentRange: 'bytes 2-4/10',
      ContentLength: 3,
    });
    expect(await get('range', { Range: 'bytes=-3' })).toMatchObject({ text: '789' });
    expect(await get('range', { Range: 'bytes=7-' })).toMatchObject({ text: '789' });
    expect(await get('range', { Range: 'bytes=8-100' })).toMatchObject({ text: '89' });
    expect(await refusal(get('range', { Range: 'bytes=10-' }))).toMatchObject({ code: 'InvalidRange', status: 416 });
  });

  it('is read on conditions', async () => {
    const { ETag } = await put('condition', 'x');
    expect((await get('condition', { IfMatch: ETag })).text).toBe('x');
    expect(await refusal(get('condition', { IfMatch: '"other"' }))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusal(get('condition', { IfNoneMatch: ETag }))).toMatchObject({ status: 304 });
    expect(await refusal(get('condition', { IfModifiedSince: new Date(local.awardNow) }))).toMatchObject({
      status: 304,
    });
  });

  it('is written on conditions: only when new, only over what was read', async () => {
    const { ETag } = await put('once', '1', { IfNoneMatch: '*' });
    expect(await refusal(put('once', '2', { IfNoneMatch: '*' }))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusal(put('once', '2', { IfMatch: '"other"' }))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusal(put('missing', '2', { IfMatch: ETag }))).toMatchObject({ code: 'NoSuchKey', status: 404 });
    expect(await refusal(put('once', '2', { IfNoneMatch: ETag }))).toMatchObject({
      code: 'NotImplemented',
      status: 501,
    });
    expect((await get('once')).text).toBe('1');
    await put('once', '2', { IfMatch: ETag });
    expect((await get('once')).text).toBe('2');
  });

  it('that two write at once with If-None-Match is written by one', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => put('race', String(n), { IfNoneMatch: '*' })),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('carries tags, and counts them', async () => {
    await put('tagged', 'x', { Tagging: 'stage=draft&who=a%20b' });
    expect((await get('tagged')).TagCount).toBe(2);
    const tags = () => s3.send(new GetObjectTaggingCommand({ Bucket: 'staging', Key: 'tagged' }));
    expect((await tags()).TagSet).toEqual([
      { Key: 'stage', Value: 'draft' },
      { Key: 'who', Value: 'a b' },
    ]);
    await s3.send(
      new PutObjectTaggingCommand({
        Bucket: 'staging',
        Key: 'tagged',
        Tagging: { TagSet: [{ Key: 'x', Value: '<&>' }] },
      }),
    );
    expect((await tags()).TagSet).toEqual([{ Key: 'x', Value: '<&>' }]);
  });

  it('that is not there is NoSuchKey to who may list, AccessDenied to who may not', async () => {
    expect(await refusal(get('nothing'))).toMatchObject({ code: 'NoSuchKey', status: 404 });
    local.authority.deny('CLERK', 's3:ListBucket');
    const clerk = local.client('CLERK');
    expect(await refusal(clerk.send(new GetObjectCommand({ Bucket: 'staging', Key: 'nothing' })))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    });
    expect(await refusal(clerk.send(new HeadObjectCommand({ Bucket: 'staging', Key: 'nothing' })))).toMatchObject({
      status: 403,
    });
  });
});

const ODD = ' never there & <odd>\n&amp;\'"中 ';

describe('a bucket', () => {
  it('is there or is not, and has a place', async () => {
    expect(await s3.send(new HeadBucketCommand({ Bucket: 'staging' }))).toMatchObject({ BucketRegion: 'cn-north-1' });
    expect((await s3.send(new GetBucketLocationCommand({ Bucket: 'staging' }))).LocationConstraint).toBe('cn-north-1');
    expect(await refusal(get('x', {}, 'elsewhere'))).toMatchObject({ code: 'NoSuchBucket', status: 404 });
  });

  it('shows its figures', async () => {
    const [staging] = local.s3.stats();
    expect(staging).toMatchObject({ name: 'staging', versioning: 'Unversioned', objectLock: false });
    expect(staging?.objects).toBeGreaterThan(0);
  });

  it('shows its versions page by page, by key and newest first', async () => {
    for (const [Key, Body] of [
      ['a', '1'],
      ['a', '22'],
      ['b', '1'],
    ])
      await s3.send(new PutObjectCommand({ Bucket: 'records', Key: `shown/${Key}`, Body }));
    const first = local.s3.versions('records', { prefix: 'shown/', limit: 2 });
    expect(first?.versions).toMatchObject([
      { key: 'shown/a', size: 2, latest: true, lock: { hold: false } },
      { key: 'shown/a', size: 1, latest: false },
    ]);
    const rest = local.s3.versions('records', { prefix: 'shown/', after: first?.next, limit: 2 });
    expect(rest?.versions.map(({ key }) => key)).toEqual(['shown/b']);
    expect(rest?.next).toBeUndefined();
    expect(local.s3.versions('elsewhere', { limit: 1 })).toBeUndefined();
  });

  it('without versions forgets what is deleted', async () => {
    await put('gone', 'x');
    await s3.send(new DeleteObjectCommand({ Bucket: 'staging', Key: 'gone' }));
    await s3.send(new DeleteObjectCommand({ Bucket: 'staging', Key: 'gone' }));
    expect(await refusal(get('gone'))).toMatchObject({ code: 'NoSuchKey' });
  });

  it('with versions keeps each, lays a marker over a deleted object, and gives it back when the marker goes', async () => {
    const write = (Body: string) => s3.send(new PutObjectCommand({ Bucket: 'records', Key: 'v', Body }));
    const first = await write('1');
    await write('2');
    const marker = await s3.send(new DeleteObjectCommand({ Bucket: 'records', Key: 'v' }));
    expect(marker).toMatchObject({ DeleteMarker: true, VersionId: expect.any(String) as string });
    expect(await refusal(get('v', {}, 'records'))).toMatchObject({ code: 'NoSuchKey' });
    expect(await refusal(get('v', { VersionId: marker.VersionId }, 'records'))).toMatchObject({
      code: 'MethodNotAllowed',
      status: 405,
    });
    expect((await get('v', { VersionId: first.VersionId }, 'records')).text).toBe('1');
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: 'records', Prefix: 'v' }));
    expect(listed.Versions?.map(({ IsLatest }) => IsLatest)).toEqual([false, false]);
    expect(listed.DeleteMarkers?.map(({ IsLatest }) => IsLatest)).toEqual([true]);
    await s3.send(new DeleteObjectCommand({ Bucket: 'records', Key: 'v', VersionId: marker.VersionId }));
    expect((await get('v', {}, 'records')).text).toBe('2');
    expect(await refusal(get('v', { VersionId: 'unknown' }, 'records'))).toMatchObject({
      code: 'NoSuchVersion',
      status: 404,
    });
  });

  it('deletes many at once and says of each what became of it', async () => {
    await put('many 1', 'x');
    local.authority.deny('CLERK', 's3:DeleteObject');
    const Delete = { Objects: [{ Key: 'many 1' }, { Key: ODD }] };
    const refused = await local.client('CLERK').send(new DeleteObjectsCommand({ Bucket: 'staging', Delete }));
    expect(refused.Errors?.map(({ Key, Code }) => [Key, Code])).toEqual([
      ['many 1', 'AccessDenied'],
      [ODD, 'AccessDenied'],
    ]);
    const done = await s3.send(new DeleteObjectsCommand({ Bucket: 'staging', Delete }));
    expect(done.Deleted?.map(({ Key }) => Key)).toEqual(['many 1', ODD]);
    expect(await refusal(get('many 1'))).toMatchObject({ code: 'NoSuchKey' });
  });
});

describe('a copy', () => {
  it('keeps headers, tags and bytes unless told otherwise', async () => {
    await put('from here', 'body', { ContentType: 'text/plain', Metadata: { a: 'b' }, Tagging: 't=1' });
    const copy = (Key: string, more: object = {}) =>
      s3.send(
        new CopyObjectCommand({
          Bucket: 'records',
          Key,
          CopySource: `staging/${encodeURIComponent('from here')}`,
          ...more,
        }),
      );
    const { CopyObjectResult } = await copy('copied', { ChecksumAlgorithm: 'SHA256' });
    expect(CopyObjectResult?.ChecksumSHA256).toBe('Iw2DWNyOiJC0xY3utikS7i8gNXrpKlzIYbmOaP4xrLU=');
    expect(await get('copied', {}, 'records')).toMatchObject({
      text: 'body',
      ContentType: 'text/plain',
      Metadata: { a: 'b' },
      TagCount: 1,
    });
    await copy('replaced', { MetadataDirective: 'REPLACE', ContentType: 'text/html', TaggingDirective: 'REPLACE' });
    expect(await get('replaced', {}, 'records')).toMatchObject({
      text: 'body',
      ContentType: 'text/html',
      Metadata: {},
    });
    expect(await refusal(copy('copied', { IfNoneMatch: '*' }))).toMatchObject({ code: 'PreconditionFailed' });
    expect(await refusal(copy('other', { CopySourceIfMatch: '"no"' }))).toMatchObject({ code: 'PreconditionFailed' });
  });

  it('needs leave to read the source', async () => {
    await put('secret', 'x');
    local.authority.deny('CLERK', 's3:GetObject');
    const attempt = local
      .client('CLERK')
      .send(new CopyObjectCommand({ Bucket: 'records', Key: 'stolen', CopySource: 'staging/secret' }));
    expect(await refusal(attempt)).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('s3:GetObject') as string,
    });
  });

  it('onto itself must change something', async () => {
    await put('self', 'x');
    const attempt = s3.send(new CopyObjectCommand({ Bucket: 'staging', Key: 'self', CopySource: 'staging/self' }));
    expect(await refusal(attempt)).toMatchObject({ code: 'InvalidRequest' });
  });
});

describe('what is not there is refused by its name', () => {
  it.each([
    ['ListBuckets', () => s3.send(new ListBucketsCommand({}))],
    ['ListObjects', () => s3.send(new ListObjectsCommand({ Bucket: 'staging' }))],
    [
      'versioning',
      () =>
        s3.send(new PutBucketVersioningCommand({ Bucket: 'staging', VersioningConfiguration: { Status: 'Enabled' } })),
    ],
    ['partNumber', () => s3.send(new GetObjectCommand({ Bucket: 'staging', Key: 'x', PartNumber: 1 }))],
    ['x-amz-website-redirect-location', () => put('x', 'y', { WebsiteRedirectLocation: '/z' })],
    ['aws:kms', () => put('x', 'y', { ServerSideEncryption: 'aws:kms' })],
  ])('%s', async (name, attempt: () => Promise<unknown>) => {
    expect(await refusal(attempt())).toMatchObject({
      code: 'NotImplemented',
      status: 501,
      message: expect.stringContaining(name) as string,
    });
  });

  it('presigned POST', async () => {
    const body = new FormData();
    body.append('key', 'x');
    expect(await codeOf(await fetch(`${local.url}/staging`, { method: 'POST', body }))).toBe('501 NotImplemented');
  });

  it('ACLs, with the code S3 has for them', async () => {
    expect(await refusal(put('x', 'y', { ACL: 'public-read' }))).toMatchObject({
      code: 'AccessControlListNotSupported',
    });
  });
});
