import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf, LocalS3, plain } from './local-s3.ts';

const PORTAL = 'http://127.0.0.1:8600';
const local = new LocalS3();
beforeAll(() =>
  local.start(
    plain('staging', {
      cors: [
        {
          allowedOrigins: [PORTAL, 'https://*.example.cn'],
          allowedMethods: ['PUT', 'GET'],
          allowedHeaders: ['content-type', 'x-amz-*'],
          exposedHeaders: ['ETag', 'x-amz-version-id'],
          maxAge: 600,
        },
      ],
    }),
    plain('closed'),
  ),
);
afterAll(() => local.remove());

const ask = (origin: string, method: string, headers = '', bucket = 'staging') =>
  fetch(`${local.url}/${bucket}/k`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(headers && { 'access-control-request-headers': headers }),
    },
  });

it('a browser at the portal may upload', async () => {
  const answer = await ask(PORTAL, 'PUT', 'Content-Type, X-Amz-Checksum-Sha256');
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': PORTAL,
    'access-control-allow-methods': 'PUT, GET',
    'access-control-allow-headers': 'Content-Type, X-Amz-Checksum-Sha256',
    'access-control-expose-headers': 'ETag, x-amz-version-id',
    'access-control-max-age': '600',
    vary: expect.stringContaining('Origin') as string,
  });
  expect((await ask('https://a.example.cn', 'GET')).status).toBe(200);
});

it.each([
  ['of another origin', 'http://evil.cn', 'PUT', ''],
  ['of an origin that only begins alike', `${PORTAL}1`, 'PUT', ''],
  ['with another method', PORTAL, 'DELETE', ''],
  ['with another header', PORTAL, 'PUT', 'if-none-match'],
])('a browser %s may not', async (_, origin, method, headers) => {
  const answer = await ask(origin, method, headers);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  expect(await codeOf(answer)).toBe('403 AccessForbidden');
});

it('a bucket without rules answers no browser', async () => {
  expect(await codeOf(await ask(PORTAL, 'GET', '', 'closed'))).toBe('403 AccessForbidden');
});

it('a question that names no origin or method is a bad one', async () => {
  expect(await codeOf(await fetch(`${local.url}/staging/k`, { method: 'OPTIONS' }))).toBe('400 BadRequest');
});

it('a refusal can be read by the page, so that it can say why', async () => {
  const answer = await fetch(`${local.url}/staging/k`, { headers: { origin: PORTAL } });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('access-control-allow-origin')).toBe(PORTAL);
  const other = await fetch(`${local.url}/staging/k`, { headers: { origin: 'http://evil.cn' } });
  expect(other.headers.get('access-control-allow-origin')).toBeNull();
});
