import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { codeOf, LocalS3, plain, refusal } from './local-s3.ts';
import { signed } from './signed-request.ts';

const local = new LocalS3();
beforeAll(() => local.start(plain('staging')));
afterEach(() => {
  local.machineOffset = 0;
});
afterAll(() => local.remove());

const put = (more: object = {}) =>
  local.client('OFFICER', { ...more }).send(new PutObjectCommand({ Bucket: 'staging', Key: 'k', Body: 'x' }));

it('a request without a signature is refused', async () => {
  expect(await codeOf(await fetch(`${local.url}/staging/k`))).toBe('403 AccessDenied');
});

it('a wrong secret is refused', async () => {
  const credentials = { accessKeyId: 'OFFICER', secretAccessKey: 'guessed' };
  expect(await refusal(put({ credentials }))).toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
});

it('an unknown key is refused', async () => {
  const credentials = { accessKeyId: 'STRANGER', secretAccessKey: 'secret of STRANGER' };
  expect(await refusal(put({ credentials }))).toMatchObject({ code: 'InvalidAccessKeyId', status: 403 });
});

it('another region is refused, naming the right one', async () => {
  expect(await refusal(put({ region: 'us-east-1' }))).toMatchObject({
    code: 'AuthorizationHeaderMalformed',
    message: expect.stringContaining('cn-north-1') as string,
  });
});

it('a signature 14 minutes old or early passes, one of 16 minutes is refused', async () => {
  for (const [minutes, passes] of [
    [14, true],
    [-14, true],
    [16, false],
    [-16, false],
  ] as const) {
    local.machineOffset = minutes * 60_000;
    const sent = await signed(local, { method: 'PUT', path: '/staging/k', body: 'x' });
    expect(await codeOf(sent)).toBe(passes ? '200 undefined' : '403 RequestTimeTooSkewed');
  }
});

it('an x-amz- header or a host that is not signed is refused', async () => {
  const unsigned = { 'x-amz-meta-a': 'b' };
  expect(await codeOf(await signed(local, { method: 'PUT', path: '/staging/k', body: 'x', unsigned }))).toBe(
    '403 AccessDenied',
  );
});

it('a header changed after signing is refused', async () => {
  const changed = { 'x-amz-meta-a': 'changed' };
  expect(
    await codeOf(
      await signed(local, { method: 'PUT', path: '/staging/k', body: 'x', headers: { 'x-amz-meta-a': 'b' }, changed }),
    ),
  ).toBe('403 SignatureDoesNotMatch');
});

it('a body other than the hash in its signature is refused and not kept', async () => {
  expect(await codeOf(await signed(local, { method: 'PUT', path: '/staging/hash', body: 'x', sentBody: 'y' }))).toBe(
    '400 XAmzContentSHA256Mismatch',
  );
  expect(await refusal(local.client().send(new GetObjectCommand({ Bucket: 'staging', Key: 'hash' })))).toMatchObject({
    code: 'NoSuchKey',
  });
});

it('a request that does not say how its body is signed is refused', async () => {
  expect(await codeOf(await signed(local, { method: 'PUT', path: '/staging/k', body: 'x', payload: '' }))).toBe(
    '400 InvalidRequest',
  );
  expect(await codeOf(await signed(local, { method: 'PUT', path: '/staging/k', body: 'x', payload: 'SOMEHOW' }))).toBe(
    '400 InvalidArgument',
  );
});

it('an older kind of signature is refused', async () => {
  expect(await codeOf(await fetch(`${local.url}/staging/k`, { headers: { authorization: 'AWS OFFICER:abc' } }))).toBe(
    '400 InvalidRequest',
  );
});

it('a refusal is XML that names code, resource and request', async () => {
  const answer = await fetch(`${local.url}/staging/k`);
  expect(answer.headers.get('content-type')).toBe('application/xml');
  expect(await answer.text()).toMatch(
    /^<\?xml.*\n<Error><Code>AccessDenied<\/Code><Message>Access Denied<\/Message><Resource>\/staging\/k<\/Resource><RequestId>[0-9A-F]{16}</,
  );
});
