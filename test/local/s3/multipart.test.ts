import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type CreateMultipartUploadCommandInput,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, LocalS3, locking, plain, refusal } from './local-s3.ts';

const local = new LocalS3();
beforeAll(() => local.start(plain('staging'), locking('records')));
afterAll(() => local.remove());

const MB = 1024 ** 2;
const s3 = () => local.client();
const begin = async (Key: string, more: Partial<CreateMultipartUploadCommandInput> = {}) => {
  const { UploadId } = await s3().send(new CreateMultipartUploadCommand({ Bucket: 'staging', Key, ...more }));
  return { Bucket: more.Bucket ?? 'staging', Key, UploadId };
};
type Begun = Awaited<ReturnType<typeof begin>>;
const part = async (
  upload: Begun,
  PartNumber: number,
  Body: Buffer | string,
  more: object = {},
): Promise<CompletedPart> => {
  const { ETag, ChecksumSHA256, ChecksumCRC32 } = await s3().send(
    new UploadPartCommand({ ...upload, PartNumber, Body, ...more }),
  );
  return { ETag, PartNumber, ChecksumSHA256, ChecksumCRC32 };
};
const complete = (upload: Begun, Parts: CompletedPart[], more: object = {}) =>
  s3().send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }));
const bytesOf = async (Key: string, Range?: string) =>
  Buffer.from(
    (await (await s3().send(new GetObjectCommand({ Bucket: 'staging', Key, Range }))).Body?.transformToByteArray()) ??
      [],
  );
const blobs = () => readdirSync(join(local.dir, 'blobs')).length;

describe('an upload in parts', () => {
  it('by the SDK’s own uploader comes out whole, with ranges over the seams', async () => {
    const body = randomBytes(12 * MB);
    const done = await new Upload({
      client: s3(),
      params: { Bucket: 'staging', Key: 'big', Body: body, ContentType: 'application/pdf' },
      partSize: 5 * MB,
    }).done();
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    expect((await bytesOf('big')).equals(body)).toBe(true);
    expect(
      (await bytesOf('big', `bytes=${5 * MB - 3}-${10 * MB + 2}`)).equals(body.subarray(5 * MB - 3, 10 * MB + 3)),
    ).toBe(true);
    const head = await s3().send(new HeadObjectCommand({ Bucket: 'staging', Key: 'big', ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ ContentLength: 12 * MB, ContentType: 'application/pdf', ChecksumType: 'COMPOSITE' });
  });

  it('by presigned URLs binds each part’s length and hash', async () => {
    const upload = await begin('presigned', { ChecksumAlgorithm: 'SHA256' });
    const sum = createHash('sha256').update('part').digest('base64');
    const command = new UploadPartCommand({ ...upload, PartNumber: 1, ContentLength: 4, ChecksumSHA256: sum });
    const client = local.client('OFFICER', { requestChecksumCalculation: 'WHEN_REQUIRED' });
    const url = await getSignedUrl(client, command, {
      signableHeaders: new Set(['content-length']),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    });
    const send = (body: string) => fetch(url, { method: 'PUT', body, headers: { 'x-amz-checksum-sha256': sum } });
    expect((await send('longer')).status).toBe(403);
    expect((await send('trap')).status).toBe(400);
    const sent = await send('part');
    expect(sent.status).toBe(200);
    const done = await complete(
      upload,
      [{ PartNumber: 1, ETag: sent.headers.get('etag') ?? '', ChecksumSHA256: sum }],
      { IfNoneMatch: '*' },
    );
    expect(done.ChecksumSHA256).toBe(`${createHash('sha256').update(Buffer.from(sum, 'base64')).digest('base64')}-1`);
  });

  it('lists its parts, and a part sent again replaces the first', async () => {
    const upload = await begin('listed');
    await part(upload, 2, 'two');
    await part(upload, 1, 'one');
    const before = blobs();
    const again = await part(upload, 1, 'one again');
    expect(blobs()).toBe(before);
    const listed = await s3().send(new ListPartsCommand(upload));
    expect(listed.Parts?.map(({ PartNumber, Size, ETag }) => [PartNumber, Size, ETag])).toEqual([
      [1, 9, again.ETag],
      [2, 3, expect.any(String)],
    ]);
    const page = await s3().send(new ListPartsCommand({ ...upload, MaxParts: 1 }));
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '1' });
    await s3().send(new AbortMultipartUploadCommand(upload));
    expect(blobs()).toBe(before - 2);
    expect(await refusal(s3().send(new ListPartsCommand(upload)))).toMatchObject({ code: 'NoSuchUpload', status: 404 });
    expect(await refusal(part(upload, 1, 'late'))).toMatchObject({ code: 'NoSuchUpload' });
  });

  it('drops the parts that its completion does not list', async () => {
    const upload = await begin('some');
    const [first] = [await part(upload, 1, 'one'), await part(upload, 2, 'two')];
    const before = blobs();
    await complete(upload, [first]);
    expect(blobs()).toBe(before - 1);
    expect((await bytesOf('some')).toString()).toBe('one');
    expect(await refusal(complete(upload, [first]))).toMatchObject({ code: 'NoSuchUpload' });
  });

  it('is refused with wrong parts, wrong order, small parts or none', async () => {
    const upload = await begin('wrong');
    const [one, two] = [await part(upload, 1, 'one'), await part(upload, 2, 'two')];
    expect(await refusal(complete(upload, [{ ...one, ETag: two.ETag }]))).toMatchObject({ code: 'InvalidPart' });
    expect(await refusal(complete(upload, [one, { PartNumber: 3, ETag: two.ETag }]))).toMatchObject({
      code: 'InvalidPart',
    });
    expect(await refusal(complete(upload, [{ ...one, ChecksumCRC32: two.ChecksumCRC32 }]))).toMatchObject({
      code: 'InvalidPart',
    });
    expect(await refusal(complete(upload, [two, one]))).toMatchObject({ code: 'InvalidPartOrder' });
    expect(await refusal(complete(upload, [one, two]))).toMatchObject({ code: 'EntityTooSmall' });
    expect(await refusal(complete(upload, []))).toMatchObject({ code: 'MalformedXML' });
    expect(await refusal(complete(upload, [one], { MpuObjectSize: 4 }))).toMatchObject({ code: 'InvalidRequest' });
    expect(await refusal(part(upload, 10_001, 'x'))).toMatchObject({ code: 'InvalidArgument' });
    await complete(upload, [one], { MpuObjectSize: 3 });
  });

  it('begun with an algorithm wants it of every part, twice', async () => {
    const upload = await begin('strict', { ChecksumAlgorithm: 'SHA256' });
    expect(await refusal(part(upload, 1, 'x', { ChecksumAlgorithm: 'CRC32' }))).toMatchObject({
      message: 'Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32',
    });
    const { ChecksumSHA256, ...silent } = await part(upload, 1, 'x', { ChecksumAlgorithm: 'SHA256' });
    expect(await refusal(complete(upload, [silent]))).toMatchObject({
      message: expect.stringContaining('was missing for part 1') as string,
    });
    await complete(upload, [{ ...silent, ChecksumSHA256 }]);
  });

  it('of full-object type knows the checksum of all its bytes and refuses another', async () => {
    const upload = await begin('full', { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const parts = [await part(upload, 1, Buffer.alloc(5 * MB, 'a')), await part(upload, 2, 'tail')];
    expect(await refusal(complete(upload, parts, { ChecksumCRC32: 'AAAAAA==' }))).toMatchObject({ code: 'BadDigest' });
    const { ChecksumCRC32, ChecksumType } = await complete(upload, parts);
    await s3().send(
      new PutObjectCommand({
        Bucket: 'staging',
        Key: 'same',
        Body: Buffer.concat([Buffer.alloc(5 * MB, 'a'), Buffer.from('tail')]),
        ChecksumCRC32,
      }),
    );
    expect(ChecksumType).toBe('FULL_OBJECT');
  });

  it('is completed on conditions: only where nothing is', async () => {
    const upload = await begin('conditional');
    const one = await part(upload, 1, 'one');
    await s3().send(new PutObjectCommand({ Bucket: 'staging', Key: 'conditional', Body: 'first' }));
    expect(await refusal(complete(upload, [one], { IfNoneMatch: '*' }))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
    await s3().send(new DeleteObjectCommand({ Bucket: 'staging', Key: 'conditional' }));
    await complete(upload, [one], { IfNoneMatch: '*' });
    expect((await bytesOf('conditional')).toString()).toBe('one');
  });

  it('carries the lock it was begun with', async () => {
    const until = new Date(local.awardNow + 5 * DAY);
    const upload = await begin('locked', {
      Bucket: 'records',
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: until,
    });
    const { VersionId } = await complete(upload, [await part(upload, 1, 'x')]);
    expect(await s3().send(new GetObjectRetentionCommand({ Bucket: 'records', Key: 'locked' }))).toMatchObject({
      Retention: { Mode: 'COMPLIANCE', RetainUntilDate: until },
    });
    expect(
      await refusal(s3().send(new DeleteObjectCommand({ Bucket: 'records', Key: 'locked', VersionId }))),
    ).toMatchObject({ code: 'AccessDenied' });
  });
});
