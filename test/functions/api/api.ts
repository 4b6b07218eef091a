import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Role } from '#domain/actor';
import { grantRole, register } from '#domain/programme/person';
import type { Route } from '#functions/api/route';
import { fileOf } from '#functions/api/route';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';
import { at, programmeId } from '#test/build/an-application';
import { aStand } from '#test/functions/steps/stand';

type Handler = (event: unknown, context: Context, callback: never) => unknown;
type Body = Record<string, unknown> & { code?: string };

const issuer = 'https://issuer.test';
export const idOf = (sub: string): string =>
  `per_${createHash('sha256').update(`${issuer}|${sub}`).digest('hex').slice(0, 26)}`;

/** What is sent beside the route; `raw` is a body that is no JSON. */
export interface Given {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly raw?: string;
  readonly key?: string;
}

/** Nobody who signed in. */
export const nobody = 'public';

interface Held {
  readonly programmeId?: string;
  readonly role: Role;
  readonly departmentCode?: string;
  readonly jurisdiction?: string;
}

let requests = 0;

/** The API's handlers in front of a real store, and people who call them. */
export async function anApi(now: string, options: { file?: string } = {}) {
  const stand = await aStand(options);
  stand.at(now);
  const system = at({ personId: 'system', name: '系统', grants: [] }, now);
  const call = async (sub: string, name: RouteName, given: Given = {}) => {
    const route: Route = routes[name];
    const { handler } = (await import(`../../../functions/api/${route.idea}/${fileOf(name)}.ts`)) as {
      handler: Handler;
    };
    const path = Object.entries(given.params ?? {}).reduce<string>(
      (p, [k, v]) => p.replace(`{${k}}`, String(v)),
      route.path,
    );
    requests += 1;
    const requestId = `req-${requests}`;
    const event = {
      rawPath: `/api${path}`,
      rawQueryString: new URLSearchParams({ ...given.query }).toString(),
      headers: given.key ? { 'idempotency-key': given.key } : {},
      pathParameters: given.params,
      queryStringParameters: given.query,
      body: given.raw ?? JSON.stringify(given.body ?? {}),
      requestContext: {
        requestId,
        domainName: 'award.test',
        http: { method: route.method, sourceIp: '203.0.113.7' },
        ...(sub !== nobody && { authorizer: { jwt: { claims: { iss: issuer, sub, email: '', name: sub } } } }),
      },
    };
    const context = { functionName: 'api', awsRequestId: 'r', getRemainingTimeInMillis: () => 29_000 } as Context;
    const answered = (await handler(event, context, undefined as never)) as APIGatewayProxyStructuredResultV2;
    const isJson = String(answered.headers?.['content-type']).includes('json');
    return {
      requestId,
      status: answered.statusCode ?? 0,
      body: (isJson ? JSON.parse(answered.body ?? '') : { text: answered.body }) as Body,
      headers: answered.headers ?? {},
    };
  };
  return {
    ...stand,
    call,
    /** Registers a person, with what they hold in the test programme. */
    async enrol(sub: string, ...held: Held[]): Promise<void> {
      const deps = stand.deps();
      const who = { personId: idOf(sub), email: `${sub}@example.com`, name: sub, language: 'zh-CN' } as const;
      let person = register(who, false, system, deps.newId).next;
      for (const one of held) person = grantRole(person, { programmeId, ...one }, system, deps.newId).next;
      await deps.people.save({ ...system, next: person, events: [{ type: 'arranged' }] });
    },
    /** Calls and throws unless the answer is as the route says. */
    async done(sub: string, name: RouteName, given: Given = {}): Promise<Body> {
      const { status, body } = await call(sub, name, given);
      const route: Route = routes[name];
      if (status !== (route.status ?? 200)) throw new Error(`${sub} → ${name}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
  };
}
