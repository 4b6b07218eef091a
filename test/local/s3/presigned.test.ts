import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, LocalS3, plain, REGION } from './local-s3.ts';

const local = new LocalS3();
beforeAll(() => local.start(plain('staging')));
afterEach(() => {
  local.machineOffset = 0;
});
afterAll(() => local.remove());

const client = (more: object = {}) => local.client('OFFICER', { requestChecksumCalculation: 'WHEN_REQUIRED', ...more });
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** The upload of the project: length, type, hash and if-none-match are all signed as headers. */
async function uploadUrl(input: Partial<PutObjectCommandInput> = {}, expiresIn = 600) {
  const command = new PutObjectCommand({
    Bucket: 'staging',
    Key: 'up/x.pdf',
    ContentType: 'application/pdf',
    ContentLength: 5,
    ChecksumSHA256: sha256('hello'),
    IfNoneMatch: '*',
    ...input,
  });
  return getSignedUrl(client(), command, {
    expiresIn,
    signableHeaders: new Set(['content-type', 'content-length', 'if-none-match']),
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
  });
}

const headers = (more: object = {}) => ({
  'content-type': 'application/pdf',
  'if-none-match': '*',
  'x-amz-checksum-sha256': sha256('hello'),
  ...more,
});
const upload = async (url: string, body = 'hello', more: object = {}) =>
  fetch(url, { method: 'PUT', body, headers: headers(more) });

describe('a presigned upload', () => {
  it('passes once with exactly what was signed, and the second time is refused', async () => {
    const url = await uploadUrl({ Key: 'up/once.pdf' });
    expect((await upload(url)).status).toBe(200);
    expect(await codeOf(await upload(url))).toBe('412 PreconditionFailed');
  });

  it.each([
    ['another length', 'hello!', {}, '403 SignatureDoesNotMatch'],
    ['another type', 'hello', { 'content-type': 'text/html' }, '403 SignatureDoesNotMatch'],
    ['another hash', 'hello', { 'x-amz-checksum-sha256': sha256('other') }, '403 SignatureDoesNotMatch'],
    ['other bytes of the same length', 'hallo', {}, '400 BadDigest'],
    ['a header that was not signed', 'hello', { 'x-amz-meta-note': 'x' }, '403 AccessDenied'],
    ['a storage class that was not signed', 'hello', { 'x-amz-storage-class': 'GLACIER' }, '403 AccessDenied'],
  ])('is refused with %s', async (_, body, more, code) => {
    expect(await codeOf(await upload(await uploadUrl(), body, more))).toBe(code);
  });

  it('is refused without a header that was signed', async () => {
    const url = await uploadUrl();
    const { 'if-none-match': _, ...rest } = headers();
    expect(await codeOf(await fetch(url, { method: 'PUT', body: 'hello', headers: rest }))).toBe(
      '403 SignatureDoesNotMatch',
    );
  });

  it('is refused for another key, bucket, method or time', async () => {
    const url = await uploadUrl();
    expect(await codeOf(await upload(url.replace('up/x.pdf', 'up/y.pdf')))).toBe('403 SignatureDoesNotMatch');
    expect(await codeOf(await upload(url.replace('X-Amz-Expires=600', 'X-Amz-Expires=6000')))).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(await codeOf(await fetch(url, { headers: { 'content-type': 'application/pdf' } }))).toBe(
      '403 SignatureDoesNotMatch',
    );
  });

  it('that would carry its checksum in the query is refused, because S3 does not enforce one there', async () => {
    const url = await getSignedUrl(local.client(), new PutObjectCommand({ Bucket: 'staging', Key: 'q' }));
    expect(url).toContain('x-amz-checksum-crc32');
    const answer = await fetch(url, { method: 'PUT', body: 'x' });
    expect(await answer.text()).toContain('x-amz-checksum-crc32 in the query');
    expect(answer.status).toBe(501);
  });

  it('needs a Content-Length', async () => {
    const url = await getSignedUrl(client(), new PutObjectCommand({ Bucket: 'staging', Key: 'chunked' }));
    const status = await new Promise((done, failed) => {
      const sent = request(url, { method: 'PUT', headers: { 'transfer-encoding': 'chunked' } }, (answer) =>
        done(answer.resume().statusCode),
      );
      sent.on('error', failed);
      sent.write('part');
      sent.end();
    });
    expect(status).toBe(411);
  });

  it('that breaks off leaves nothing', async () => {
    const url = await getSignedUrl(client(), new PutObjectCommand({ Bucket: 'staging', Key: 'broken' }));
    await new Promise<void>((done) => {
      const sent = request(url, { method: 'PUT', headers: { 'content-length': 1000 } });
      sent.on('error', () => done());
      sent.write('only this', () => setTimeout(() => sent.destroy(), 50));
    });
    const read = await getSignedUrl(client(), new GetObjectCommand({ Bucket: 'staging', Key: 'broken' }));
    expect(await codeOf(await fetch(read))).toBe('404 NoSuchKey');
  });
});

describe('a presigned URL', () => {
  const read = (expiresIn: number) =>
    getSignedUrl(client(), new GetObjectCommand({ Bucket: 'staging', Key: 'read' }), { expiresIn });

  it('lives as long as it says, on the machine’s clock and not on the award’s', async () => {
    await client().send(new PutObjectCommand({ Bucket: 'staging', Key: 'read', Body: 'x' }));
    const url = await read(60);
    local.awardNow += 400 * 86_400_000;
    expect((await fetch(url)).status).toBe(200);
    local.machineOffset = 59_000;
    expect((await fetch(url)).status).toBe(200);
    local.machineOffset = 62_000;
    const late = await fetch(url);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired');
  });

  it('is refused when it is of the future', async () => {
    const url = await read(60);
    local.machineOffset = -16 * 60_000;
    expect(await codeOf(await fetch(url))).toBe('403 AccessDenied');
  });

  it('cannot live longer than seven days', async () => {
    const url = (await read(60)).replace('X-Amz-Expires=60', 'X-Amz-Expires=604801');
    expect(await codeOf(await fetch(url))).toBe('400 AuthorizationQueryParametersError');
  });

  it('needs each of its parameters, the region of the server and a known key', async () => {
    const url = await read(60);
    expect(await codeOf(await fetch(url.replace(/X-Amz-Date=[^&]*&/, '')))).toBe(
      '400 AuthorizationQueryParametersError',
    );
    expect(await codeOf(await fetch(url.replace(`%2F${REGION}%2F`, '%2Fus-east-1%2F')))).toBe(
      '400 AuthorizationQueryParametersError',
    );
    expect(await codeOf(await fetch(url.replace('OFFICER', 'NOBODY')))).toBe('403 InvalidAccessKeyId');
    expect(await codeOf(await fetch(url, { headers: { authorization: 'AWS4-HMAC-SHA256 x' } }))).toBe(
      '400 InvalidArgument',
    );
  });

  it('may say how the answer is to be saved, in Chinese', async () => {
    const name = encodeURIComponent('自评报告.pdf');
    const url = await getSignedUrl(
      client(),
      new GetObjectCommand({
        Bucket: 'staging',
        Key: 'read',
        ResponseContentDisposition: `attachment; filename*=UTF-8''${name}`,
      }),
    );
    expect((await fetch(url)).headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${name}`);
  });

  it('gives no more than its signer may do', async () => {
    local.authority.deny('CLERK', 's3:DeleteObject');
    const clerk = local.client('CLERK');
    const url = await getSignedUrl(clerk, new DeleteObjectCommand({ Bucket: 'staging', Key: 'read' }));
    expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toBe('403 AccessDenied');
  });
});
