import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type ChecksumAlgorithm,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALGORITHMS, hasherOf } from '#local/s3/checksums';
import { codeOf, LocalS3, plain, refusal } from './local-s3.ts';
import { signed, signedChunks, type Seed } from './signed-request.ts';

const local = new LocalS3();
beforeAll(() => local.start(plain('staging')));
afterAll(() => local.remove());

const put = (Key: string, more: Partial<PutObjectCommandInput>) =>
  local.client().send(new PutObjectCommand({ Bucket: 'staging', Key, ...more }));
const text = async (Key: string) =>
  (await local.client().send(new GetObjectCommand({ Bucket: 'staging', Key }))).Body?.transformToString();
const digest = (algorithm: (typeof ALGORITHMS)[number], body: string) => {
  const hasher = hasherOf(algorithm);
  hasher.update(Buffer.from(body));
  return hasher.digest().toString('base64');
};

describe('checksums', () => {
  /** The check values of the catalogues, and the SHAs of the standard. */
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
    ['SHA1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
    ['SHA256', '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225'],
  ] as const)('%s of 123456789 is as published, in one piece and in nine', (algorithm, hex) => {
    expect(Buffer.from(digest(algorithm, '123456789'), 'base64').toString('hex')).toBe(hex);
    const hasher = hasherOf(algorithm);
    for (const digit of '123456789') hasher.update(Buffer.from(digit));
    expect(hasher.digest().toString('hex')).toBe(hex);
  });

  it.each(ALGORITHMS.filter((one) => one !== 'CRC64NVME'))(
    '%s computed by the SDK is verified and kept',
    async (algorithm) => {
      await put(algorithm, { Body: 'abc', ChecksumAlgorithm: algorithm as ChecksumAlgorithm });
      const head = await local
        .client()
        .send(new HeadObjectCommand({ Bucket: 'staging', Key: algorithm, ChecksumMode: 'ENABLED' }));
      expect(head).toMatchObject({ [`Checksum${algorithm}`]: digest(algorithm, 'abc') });
    },
  );

  it.each(ALGORITHMS)('a wrong %s is BadDigest and nothing is kept', async (algorithm) => {
    const attempt = put('wrong', { Body: 'abc', [`Checksum${algorithm}`]: digest(algorithm, 'abd') });
    expect(await refusal(attempt)).toMatchObject({ code: 'BadDigest', status: 400 });
    expect(await refusal(text('wrong'))).toMatchObject({ code: 'NoSuchKey' });
  });

  it('without one from the sender S3 computes its own', async () => {
    await signed(local, { method: 'PUT', path: '/staging/own', body: '123456789' });
    const head = await local
      .client()
      .send(new HeadObjectCommand({ Bucket: 'staging', Key: 'own', ChecksumMode: 'ENABLED' }));
    expect(head.ChecksumCRC64NVME).toBe(Buffer.from('ae8b14860a799888', 'hex').toString('base64'));
  });

  it('two at once, one of the wrong length and one only announced are refused', async () => {
    const send = (headers: Record<string, string>) =>
      signed(local, { method: 'PUT', path: '/staging/x', body: 'abc', headers });
    expect(
      await codeOf(
        await send({ 'x-amz-checksum-sha1': digest('SHA1', 'abc'), 'x-amz-checksum-crc32': digest('CRC32', 'abc') }),
      ),
    ).toBe('400 InvalidRequest');
    expect(await codeOf(await send({ 'x-amz-checksum-sha256': 'AAAA' }))).toBe('400 InvalidRequest');
    expect(await codeOf(await send({ 'x-amz-sdk-checksum-algorithm': 'SHA256' }))).toBe('400 InvalidRequest');
  });

  it('Content-MD5 is verified', async () => {
    const md5 = (body: string) => createHash('md5').update(body).digest('base64');
    const send = (value: string) =>
      signed(local, { method: 'PUT', path: '/staging/md5', body: 'abc', headers: { 'content-md5': value } });
    expect((await send(md5('abc'))).status).toBe(200);
    expect(await codeOf(await send(md5('abd')))).toBe('400 BadDigest');
    expect(await codeOf(await send('short'))).toBe('400 InvalidDigest');
  });
});

describe('a body in chunks', () => {
  it('with a trailer, as the SDK streams it, is stored without its framing', async () => {
    const pieces = Array.from({ length: 40 }, (_, n) => Buffer.alloc(10_000 + n, n));
    const whole = Buffer.concat(pieces);
    const answer = await put('streamed', {
      Body: Readable.from(pieces),
      ContentLength: whole.length,
      ContentEncoding: 'gzip',
    });
    expect(answer.ChecksumCRC32).toBeTruthy();
    const read = await local.client().send(new GetObjectCommand({ Bucket: 'staging', Key: 'streamed' }));
    expect(read.ContentEncoding).toBe('gzip');
    expect(Buffer.from((await read.Body?.transformToByteArray()) ?? []).equals(whole)).toBe(true);
  });

  const unsigned = (body: string, headers: Record<string, string> = {}) =>
    signed(local, {
      method: 'PUT',
      path: '/staging/unsigned',
      payload: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      body: () => Buffer.from(body),
      headers: { 'x-amz-decoded-content-length': '5', 'x-amz-trailer': 'x-amz-checksum-sha256', ...headers },
    });
  const sum = digest('SHA256', 'hello');

  it('is refused with a wrong trailer, another trailer than announced, too few or too many bytes', async () => {
    expect((await unsigned(`5\r\nhello\r\n0\r\nx-amz-checksum-sha256:${sum}\r\n\r\n`)).status).toBe(200);
    expect(await codeOf(await unsigned(`5\r\nhallo\r\n0\r\nx-amz-checksum-sha256:${sum}\r\n\r\n`))).toBe(
      '400 BadDigest',
    );
    expect(await codeOf(await unsigned(`5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`))).toBe(
      '400 MalformedTrailerError',
    );
    expect(await codeOf(await unsigned(`5\r\nhello\r\n0\r\n\r\n`))).toBe('400 MalformedTrailerError');
    expect(await codeOf(await unsigned(`4\r\nhell\r\n0\r\nx-amz-checksum-sha256:${sum}\r\n\r\n`))).toBe(
      '400 IncompleteBody',
    );
    expect(await codeOf(await unsigned(`6\r\nhello!\r\n0\r\nx-amz-checksum-sha256:${sum}\r\n\r\n`))).toBe(
      '400 IncompleteBody',
    );
    expect(await codeOf(await unsigned('what is this'))).toBe('400 IncompleteBody');
    expect(await text('unsigned')).toBe('hello');
  });

  it('that does not say its length without the framing is refused', async () => {
    const body = () => Buffer.from('0\r\n\r\n');
    expect(
      await codeOf(
        await signed(local, { method: 'PUT', path: '/staging/x', payload: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', body }),
      ),
    ).toBe('411 MissingContentLength');
  });

  const chunked = (body: (seed: Seed) => Buffer, trailer = false) =>
    signed(local, {
      method: 'PUT',
      path: '/staging/signed',
      payload: `STREAMING-AWS4-HMAC-SHA256-PAYLOAD${trailer ? '-TRAILER' : ''}`,
      body,
      headers: {
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '11',
        ...(trailer && { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
      },
    });
  const altered = (bytes: Buffer) => Buffer.from(bytes.toString().replace('world', 'w0rld'));

  it('each with its signature is accepted whole and refused altered', async () => {
    expect((await chunked((seed) => signedChunks(seed, ['hello ', 'world']))).status).toBe(200);
    expect(await text('signed')).toBe('hello world');
    expect(await codeOf(await chunked((seed) => altered(signedChunks(seed, ['hello ', 'world']))))).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(
      await codeOf(await chunked((seed) => signedChunks({ ...seed, signature: '0'.repeat(64) }, ['hello ', 'world']))),
    ).toBe('403 SignatureDoesNotMatch');
  });

  it('with a signed trailer is accepted, and refused when the trailer was altered', async () => {
    const trailer = `x-amz-checksum-crc32:${digest('CRC32', 'hello world')}`;
    expect((await chunked((seed) => signedChunks(seed, ['hello world'], trailer), true)).status).toBe(200);
    const changed = (seed: Seed) =>
      Buffer.from(
        signedChunks(seed, ['hello world'], trailer)
          .toString()
          .replace(trailer, `x-amz-checksum-crc32:${digest('CRC32', 'other')}`),
      );
    expect(await codeOf(await chunked(changed, true))).toBe('403 SignatureDoesNotMatch');
  });
});

describe('limits', () => {
  it('refuses keys, metadata and objects that are too long', async () => {
    expect(await refusal(put('k'.repeat(1025), { Body: 'x' }))).toMatchObject({ code: 'KeyTooLongError' });
    expect(await refusal(put('k', { Body: 'x', Metadata: { a: 'b'.repeat(2048) } }))).toMatchObject({
      code: 'MetadataTooLarge',
    });
    const headers = {
      'x-amz-decoded-content-length': String(5 * 1024 ** 3 + 1),
      'x-amz-trailer': 'x-amz-checksum-crc32',
    };
    const body = () => Buffer.from('0\r\n\r\n');
    expect(
      await codeOf(
        await signed(local, {
          method: 'PUT',
          path: '/staging/x',
          payload: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
          body,
          headers,
        }),
      ),
    ).toBe('400 EntityTooLarge');
  });
});
