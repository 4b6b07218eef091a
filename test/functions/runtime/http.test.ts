import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { decided } from '#domain/record';
import { register } from '#domain/programme/person';
import { route } from '#functions/api/route';
import { aStand } from '#test/functions/steps/stand';
import { anApplication, at } from '#test/build/an-application';

type Handler = (event: never, context: Context, callback: never) => unknown;

const now = '2027-03-31T15:59:59.500Z';
const issuer = 'https://issuer.test';
const personId = `per_${createHash('sha256').update(`${issuer}|adm`).digest('hex').slice(0, 26)}`;

let stand: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  stand = await aStand();
  stand.at(now);
  const deps = stand.deps();
  const who = { personId, email: 'adm@example.com', name: 'adm', language: 'zh-CN' } as const;
  await deps.people.save(register(who, true, at({ personId, name: 'adm', grants: [] }), deps.newId));
  const application = anApplication({ version: 0, stage: 'Consultation' });
  await deps.applications.save(decided(at({ personId, name: 'adm', grants: [] }), application, { type: 'begun' }));
});
afterAll(() => stand.stop());

async function call(handler: unknown, given: { pathParameters?: object; query?: object; body?: object; key?: string }) {
  const event = {
    rawPath: '/api/x',
    rawQueryString: new URLSearchParams({ ...given.query }).toString(),
    headers: given.key ? { 'idempotency-key': given.key } : {},
    pathParameters: given.pathParameters,
    queryStringParameters: given.query,
    body: JSON.stringify(given.body ?? {}),
    requestContext: {
      requestId: 'req',
      http: { method: 'POST' },
      authorizer: { jwt: { claims: { iss: issuer, sub: 'adm', email: 'adm@example.com' } } },
    },
  };
  const context = { functionName: 'api', awsRequestId: 'req', getRemainingTimeInMillis: () => 29_000 };
  const answer = (handler as Handler)(event as never, context as Context, undefined as never);
  const { statusCode, body } = (await answer) as APIGatewayProxyStructuredResultV2;
  return { statusCode, body: JSON.parse(body ?? '') as Record<string, unknown> };
}

test('a request is decided at the moment it arrived, however long it takes', async () => {
  const { http } = await import('#functions/runtime/http');
  const slow = route({
    method: 'POST',
    path: '/slow',
    idea: 'test',
    summary: { zh: '慢', en: 'slow' },
    who: 'public',
    answer: z.object({ first: z.string(), last: z.string() }),
  });
  const handler = http(slow, ({ deps }) => {
    const first = deps.now();
    stand.at('2027-03-31T16:00:07.000Z');
    return Promise.resolve({ first, last: deps.now() });
  });
  const { body } = await call(handler, {});
  stand.at(now);
  expect(body.last).toBe(body.first);
});

test('a repeat with the same idempotency key gets the first answer and changes nothing', async () => {
  const { handler } = await import('#functions/api/operation/restart-case');
  const given = {
    pathParameters: { kind: 'application', recordId: 'app_1' },
    body: { reason: '新定义' },
    key: 'once',
  };
  const first = await call(handler, given);
  expect(first).toEqual({ statusCode: 202, body: { recordId: 'app_1', stage: 'Consultation' } });
  expect(await call(handler, given)).toEqual(first);
  expect(await stand.deps().applications.get('app_1')).toMatchObject({ version: 2 });
});

test('the same idempotency key for the same path with another query is refused, not answered with the first answer', async () => {
  const { handler } = await import('#functions/api/operation/restart-case');
  const given = { pathParameters: { kind: 'application', recordId: 'app_1' }, body: { reason: '再试' }, key: 'twice' };
  expect((await call(handler, { ...given, query: { basedOn: '1' } })).statusCode).toBe(202);
  const other = await call(handler, { ...given, query: { basedOn: '2' } });
  expect([other.statusCode, other.body.code]).toEqual([409, 'request.idempotency-key-reused']);
});

test('an id too long for any record is not found', async () => {
  const { handler } = await import('#functions/api/application/show-application');
  const { statusCode, body } = await call(handler, { pathParameters: { applicationId: '~#'.repeat(2000) } });
  expect([statusCode, body.code]).toEqual([404, 'record.not-found']);
});

test('a cursor that no page gave away is refused', async () => {
  const { handler } = await import('#functions/api/application/list-my-applications');
  const { statusCode, body } = await call(handler, { query: { cursor: 'bnVsbA' } });
  expect([statusCode, body.code]).toEqual([400, 'request.invalid']);
});
