import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Role } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { grantRole, register } from '#domain/programme/person';
import { decided } from '#domain/record';
import type { Route } from '#functions/api/route';
import { fileOf } from '#functions/api/route';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';
import { at, programmeId } from '#test/build/an-application';
import { aCycleUnderReview, inReview } from '#test/build/review';
import { aStand } from '#test/functions/steps/stand';

type Handler = (event: unknown, context: Context, callback: never) => unknown;
type Body = Record<string, unknown> & { code?: string };

const issuer = 'https://issuer.test';
export const idOf = (sub: string): string =>
  `per_${createHash('sha256').update(`${issuer}|${sub}`).digest('hex').slice(0, 26)}`;

export const now = '2027-03-01T01:00:00.000Z';
/** When the meetings begin: the clock runs on from `now`. */
export const begins = '2027-03-01T01:30:00.000Z';

/** A committee of so many members, an office and everybody else, with the API's handlers in front of a real store. */
export async function aCommittee(members: number, options: { file?: string } = {}) {
  const stand = await aStand(options);
  stand.at(now);
  const deps = stand.deps();
  const system = at({ personId: 'system', name: '系统', grants: [] }, now);
  const memberSubs = Array.from({ length: members }, (_, i) => `member-${i + 1}`);
  const roles: [string, Role][] = [
    ...memberSubs.map((sub): [string, Role] => [sub, 'committeeMember']),
    ...(['office', 'registrar', 'auditor', 'administrator', 'assessor'] as const).map((r): [string, Role] => [r, r]),
  ];
  for (const [sub, role] of roles) {
    const who = { personId: idOf(sub), email: `${sub}@example.com`, name: sub, language: 'zh-CN' } as const;
    const person = register(who, false, system, deps.newId).next;
    await deps.people.save(grantRole(person, { programmeId, role }, system, deps.newId));
  }
  const call = async (sub: string, name: RouteName, given: { params?: object; body?: object; key?: string } = {}) => {
    const route: Route = routes[name];
    const { handler } = (await import(`../../../functions/api/${route.idea}/${fileOf(name)}.ts`)) as {
      handler: Handler;
    };
    const path = Object.entries(given.params ?? {}).reduce<string>(
      (p, [k, v]) => p.replace(`{${k}}`, String(v)),
      route.path,
    );
    const event = {
      rawPath: `/api${path}`,
      headers: given.key ? { 'idempotency-key': given.key } : {},
      pathParameters: given.params,
      body: JSON.stringify(given.body ?? {}),
      requestContext: {
        requestId: `req-${Math.random()}`,
        domainName: 'award.test',
        http: { method: route.method },
        authorizer: { jwt: { claims: { iss: issuer, sub, email: '', name: sub } } },
      },
    };
    const context = { functionName: 'api', awsRequestId: 'r', getRemainingTimeInMillis: () => 29_000 } as Context;
    const answered = (await handler(event, context, undefined as never)) as APIGatewayProxyStructuredResultV2;
    const isJson = String(answered.headers?.['content-type']).includes('json');
    return {
      status: answered.statusCode ?? 0,
      body: (isJson ? JSON.parse(answered.body ?? '') : { text: answered.body }) as Body,
      headers: answered.headers ?? {},
    };
  };
  return {
    ...stand,
    members: memberSubs,
    call,
    /** Calls and throws unless the answer is as the route says. */
    async done(sub: string, name: RouteName, given: Parameters<typeof call>[2] = {}): Promise<Body> {
      const { status, body } = await call(sub, name, given);
      const route: Route = routes[name];
      if (status !== (route.status ?? 200)) throw new Error(`${sub} → ${name}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    /** An announced cycle with these applications before the committee. */
    async cycleWith(cycleId: string, applications: readonly Partial<Application>[], rules: object = {}) {
      const { rules: defaults, ...cycle } = aCycleUnderReview({ cycleId, version: 0 });
      await deps.cycles.save(decided(system, { ...cycle, rules: { ...defaults, ...rules } }, { type: 'arranged' }));
      for (const given of applications)
        await deps.applications.save(
          decided(
            system,
            { ...inReview({ cycleId, stage: 'CommitteeVote', ...given }), version: 0 },
            { type: 'arranged' },
          ),
        );
    },
    /** A meeting of the cycle with all members in the room, ready to open the ballot. */
    async meeting(cycleId: string): Promise<string> {
      const body = {
        ...{ title: '全体成员大会', startsAt: begins, place: '第一会议室', agenda: ['表决'] },
        chairId: idOf('member-1'),
      };
      const { meetingId } = await this.done('office', 'conveneMeeting', { params: { cycleId }, body });
      const params = { meetingId: String(meetingId) };
      await this.done('office', 'recordAttendance', { params, body: { present: memberSubs.map(idOf) } });
      return String(meetingId);
    },
  };
}
export type Committee = Awaited<ReturnType<typeof aCommittee>>;

/** An application that was recommended for the 质量奖. */
export const recommended = (applicationId: string, given: Partial<Application> = {}): Partial<Application> => ({
  applicationId,
  listed: { listId: 'lst_0', compositeMilli: 800_000, award: 'qualityAward', reason: '', at: now },
  ...given,
});
