import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FunctionError } from '#local/contracts';
import { createHttpApi } from '#local/http-api/http-api';
import type { HttpApiModel } from '#local/template/model';

const { privateKey, publicKey } = await generateKeyPair('RS256');
const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
let issuer = '';
const issuing = createServer((request, response) => {
  response.end(JSON.stringify(request.url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` }));
});

let answer: (event: Event) => unknown;
let events: Event[];
let served: Server;
interface Event {
  readonly [name: string]: unknown;
  readonly requestContext: Record<string, unknown>;
}

const start = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
let port = 0;
beforeAll(async () => {
  issuer = `http://127.0.0.1:${await start(issuing)}`;
  const authorizer = { name: 'a', issuer, audience: ['award'] };
  const route = (key: string, more = {}) => ({ key, functionName: 'f', timeoutMs: 300, scopes: [], ...more });
  const api: HttpApiModel = {
    id: 'api',
    name: 'api',
    routes: [
      route('ANY /open/{proxy+}'),
      route('GET /mine', { authorizer }),
      route('GET /scoped', { authorizer, scopes: ['award/write'] }),
    ],
    cors: {
      allowOrigins: ['http://portal.test'],
      allowMethods: ['GET', 'PUT'],
      allowHeaders: ['authorization'],
      exposeHeaders: ['etag'],
      allowCredentials: false,
      maxAge: 60,
    },
  };
  const invoke = async (_: string, event: unknown) => {
    events.push(event as Event);
    return answer(event as Event);
  };
  served = createServer(createHttpApi({ api, account: '000000000000', invoke }));
  port = await start(served);
});
afterAll(() => {
  issuing.closeAllConnections();
  issuing.close();
  served.closeAllConnections();
  served.close();
});
beforeEach(() => {
  events = [];
  answer = () => ({ statusCode: 200 });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
/** fetch would normalise paths and headers; this sends what it is told. */
const ask = (method: string, path: string, headers: Record<string, string | string[]> = {}, body?: string | Buffer) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
const token = (claims: Record<string, unknown> = {}, expires = '5m', by = issuer, audience = 'award') =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(by)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(privateKey);
const bearer = async (...of: Parameters<typeof token>) => ({ authorization: `Bearer ${await token(...of)}` });

describe('the event of a request', () => {
  it('has the form of payload 2.0', async () => {
    await ask(
      'PUT',
      '/open/a%20b?x=1&x=2&y=%20',
      { 'X-Two': ['a', 'b'], Cookie: 'c=1; d=2', 'Content-Type': 'application/json' },
      '{}',
    );
    const [event] = events;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /open/{proxy+}',
      rawPath: '/open/a b',
      rawQueryString: 'x=1&x=2&y=%20',
      queryStringParameters: { x: '1,2', y: ' ' },
      pathParameters: { proxy: 'a b' },
      cookies: ['c=1', 'd=2'],
      headers: { 'x-two': 'a,b', 'content-type': 'application/json' },
      body: '{}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'PUT', path: '/open/a b', sourceIp: '127.0.0.1' }, stage: '$default' },
    });
    expect(event?.headers).not.toHaveProperty('cookie');
    expect(event?.requestContext).not.toHaveProperty('authorizer');
  });
  it('leaves out what the request does not have', async () => {
    await ask('GET', '/open/x');
    for (const absent of ['body', 'cookies', 'queryStringParameters']) expect(events[0]).not.toHaveProperty(absent);
  });
  it('carries bytes in base64', async () => {
    await ask('POST', '/open/x', { 'content-type': 'application/pdf' }, Buffer.from([0, 255]));
    expect(events[0]).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });
  it('carries the claims as text', async () => {
    await ask('GET', '/mine', await bearer({ sub: 'li', roles: ['a', 'b'], age: 5 }));
    expect(events[0]?.requestContext['authorizer']).toMatchObject({
      jwt: { claims: { sub: 'li', roles: '[a b]', age: '5', aud: 'award' }, scopes: null },
    });
  });
});

describe('the authorizer', () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['no token', async () => ({})],
    ['nonsense', async () => ({ authorization: 'Bearer x.y.z' })],
    ['an expired token', () => bearer({}, '-1m')],
    ['another issuer', () => bearer({}, '5m', 'http://elsewhere.test')],
    ['another audience', () => bearer({}, '5m', issuer, 'other')],
    ['a forged signature', async () => ({ authorization: `Bearer ${(await token()).slice(0, -6)}AAAAAA` })],
  ])('refuses %s', async (_, headers) => {
    expect(await ask('GET', '/mine', await headers())).toMatchObject({
      status: 401,
      body: '{"message":"Unauthorized"}',
    });
    expect(events).toEqual([]);
  });
  it('refuses a token without the scope', async () => {
    expect(await ask('GET', '/scoped', await bearer({ scope: 'award/read' }))).toMatchObject({
      status: 403,
      body: '{"message":"Forbidden"}',
    });
    expect(await ask('GET', '/scoped', await bearer({ scope: 'award/read award/write' }))).toMatchObject({
      status: 200,
    });
  });
});

describe('the answer', () => {
  it.each<[string, unknown, number, string, string]>([
    [
      'as the function says',
      { statusCode: 201, headers: { 'Content-Type': 'text/html' }, body: 'x' },
      201,
      'text/html',
      'x',
    ],
    ['of a plain object is JSON', { a: 1 }, 200, 'application/json', '{"a":1}'],
    ['of a string is the string', 'hello', 200, 'application/json', 'hello'],
    ['of a bad status is 500', { statusCode: 'many' }, 500, 'application/json', '{"message":"Internal Server Error"}'],
    [
      'from base64',
      { statusCode: 200, body: 'AP8=', isBase64Encoded: true },
      200,
      'text/plain;charset=utf-8',
      '\u0000\u00ff',
    ],
  ])('%s', async (_, result, status, type, body) => {
    answer = () => result;
    const got = await ask('GET', '/open/x');
    expect([got.status, got.headers['content-type'], got.body]).toEqual([status, type, body]);
  });
  it('sets cookies one by one', async () => {
    answer = () => ({ statusCode: 200, cookies: ['a=1', 'b=2'] });
    expect((await ask('GET', '/open/x')).headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });
  it('hides what a function threw', async () => {
    answer = () => {
      throw new FunctionError('TypeError', 'secret');
    };
    expect(await ask('GET', '/open/x')).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });
  it('is 503 when the integration takes too long', async () => {
    answer = () => new Promise(() => undefined);
    expect(await ask('GET', '/open/x')).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
  });
  it('is 404 for an unknown route and for an unknown method', async () => {
    expect(await ask('GET', '/none')).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    expect(await ask('POST', '/mine')).toMatchObject({ status: 404 });
  });
  it('is 413 above 10 MB', async () => {
    expect(await ask('POST', '/open/x', {}, Buffer.alloc(10 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
    expect(events).toEqual([]);
  });
  it('to HEAD has no body', async () => {
    answer = () => ({ statusCode: 200, body: 'x' });
    expect(await ask('HEAD', '/open/x')).toMatchObject({ status: 200, body: '' });
  });
});

describe('a page of another origin', () => {
  const preflight = (origin: string, method: string) =>
    ask('OPTIONS', '/mine', { origin, 'access-control-request-method': method });
  it('is told what it may send', async () => {
    const { status, headers } = await preflight('http://portal.test', 'PUT');
    expect([
      status,
      headers['access-control-allow-origin'],
      headers['access-control-allow-headers'],
      headers['access-control-max-age'],
    ]).toEqual([204, 'http://portal.test', 'authorization', '60']);
  });
  it.each([
    ['http://evil.test', 'GET'],
    ['http://portal.test', 'DELETE'],
  ])('from %s may not %s', async (origin, method) => {
    expect((await preflight(origin, method)).headers).not.toHaveProperty('access-control-allow-origin');
  });
  it('may read answers and refusals when it is the portal', async () => {
    const { headers } = await ask('GET', '/mine', { origin: 'http://portal.test' });
    expect([headers['access-control-allow-origin'], headers['access-control-expose-headers']]).toEqual([
      'http://portal.test',
      'etag',
    ]);
  });
});
