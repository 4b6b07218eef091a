import { createHash } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type * as z from 'zod';
import type { Actor } from '#domain/actor';
import { publicActor } from '#domain/actor';
import { Refused } from '#domain/refused';
import type { Route } from '../api/route.ts';
import { admit } from './admit.ts';
import type { Claims } from './claims.ts';
import { claimsOf } from './claims.ts';
import type { Deps } from './deps.ts';
import { awardNow, createDeps } from './deps.ts';
import { failure, refusal, success } from './answer.ts';
import { count, logger, observed } from './observe.ts';
import { programmeOf } from './programme-of.ts';
import type { RawAnswer } from './raw-answer.ts';
import { readRequest } from './read-request.ts';
import { withheld } from './withhold.ts';

/** What a handler is given: the request as the route's schemas read it, and who sent it. */
export interface Call<R extends Route> {
  readonly params: z.infer<R['params']>;
  readonly query: z.infer<R['query']>;
  readonly body: z.infer<R['body']>;
  readonly actor: Actor;
  /** What the token says of a signed-in caller who may not be registered yet. */
  readonly claims: Claims | undefined;
  readonly requestId: string;
  /** Where the request came from; only ever kept as a hash. */
  readonly sourceIp: string;
  /** Where this API was called, as those who scan or click find it again: `https://award.example.gov.cn`. */
  readonly origin: string;
  readonly deps: Deps;
}

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

const nameOf = (route: Route) => `${route.method} ${route.path}`;

/**
 * The HTTP stack: reads and checks the request, admits the caller, runs the handler, shows what the route's answer
 * schema names and nothing else. A `Refused` becomes its status and sentences and is noted in the audit trail; a
 * repeat with the same idempotency key gets the first answer; anything else becomes a 500 with a reference.
 */
export const http = <R extends Route>(route: R, handle: (call: Call<R>) => Promise<z.input<R['answer']> | RawAnswer>) =>
  observed(
    middy<Event, APIGatewayProxyStructuredResultV2>().handler(
      async (event: Event, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
        const { requestId } = event.requestContext;
        const { sourceIp } = event.requestContext.http;
        const claims = claimsOf(event);
        let actor: Actor = publicActor;
        const arrivedAt = awardNow();
        let deps = createDeps(undefined, arrivedAt);
        let said: readonly unknown[] = [event.queryStringParameters, event.pathParameters];
        const shown = (answer: unknown) => {
          count('Answered');
          return success(route, answer, requestId);
        };
        try {
          // Who asks is settled first: whoever may not call learns nothing of what the call would need.
          actor = await admit(route, claims, deps);
          const request = readRequest(route, event);
          said = [request.body, request.query, request.params];
          const key = event.headers['idempotency-key'];
          const repeatable = key && route.method !== 'GET';
          const idempotency = repeatable
            ? { actor, key: keyOf(route, event, key), requestHash: hashOf(route, event) }
            : undefined;
          deps = createDeps(idempotency, arrivedAt, actor.personId);
          const answer = await settled(
            () => handle({ ...request, actor, claims, requestId, sourceIp, origin: originOf(event), deps } as Call<R>),
            route.contended ? contendedAttempts : attempts,
          );
          return shown(await withheld(answer, actor, deps.conflicts.closed));
        } catch (error) {
          if (!(error instanceof Refused)) {
            logger.error('request failed', { error: error as Error, route: nameOf(route), requestId });
            count('Failed');
            return failure(requestId);
          }
          const first = await deps.answers.first();
          if (first && first.requestHash === hashOf(route, event))
            return shown(await withheld(first.answer, actor, deps.conflicts.closed));
          const refused = first ? new Refused('request.idempotency-key-reused') : error;
          await deps.audit.noteRefusal({
            requestId,
            programmeId: await programmeOf(said, createDeps(undefined, arrivedAt)),
            route: nameOf(route),
            // Who may not call is nobody's actor yet; the trail says who tried.
            personId: route.who === 'public' ? actor.personId : (claims?.personId ?? actor.personId),
            code: refused.code,
            article: refused.article,
            params: event.pathParameters as Record<string, string> | undefined,
          });
          count('Refused');
          return refusal(refused, requestId);
        } finally {
          logger.debug('served', { route: nameOf(route), functionName: context.functionName });
        }
      },
    ),
  );

/** API Gateway says by which protocol it was called, and it is always TLS; on one machine there is none. */
const originOf = ({ headers, requestContext }: Event) =>
  `${headers['x-forwarded-proto'] ?? 'http'}://${requestContext.domainName}`;

/** More than a form has sections: saved all at once, each is saved. */
const attempts = 8;
/** A whole committee that votes in the same second gets through. */
const contendedAttempts = 40;

/**
 * Lets the handler look again when another save came first: it loads the record anew and the domain decides anew, so
 * what the caller is told is true of the record as it is now, and the machine's own bookkeeping troubles nobody.
 */
async function settled<T>(handle: () => Promise<T>, left: number): Promise<T> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 1) throw error;
    return settled(handle, left - 1);
  }
}

const digestOf = (event: Event, body = '') =>
  createHash('sha256')
    .update(`${event.requestContext.http.method} ${event.rawPath}?${event.rawQueryString}\n`)
    .update(body)
    .digest('hex');

const hashOf = (route: Route, event: Event) => digestOf(event, route.secret ? '' : event.body);

/**
 * The public has one name for all: two who chose the same key by chance must not be given each other's answer, so theirs
 * is a repeat only when all of the request is the same.
 */
const keyOf = (route: Route, event: Event, sent: string): string => {
  const key = sent.slice(0, 200);
  return route.who === 'public' ? `${key}#${digestOf(event, event.body)}` : key;
};
