import type { IncomingMessage, ServerResponse } from 'node:http';
import { platformMessage } from '#domain/platform-push/message';
import { isSigned, signatureOf } from '#functions/gateways/platforms';
import type { AwardClock } from '../contracts.ts';
import type { Handles } from '../control.ts';
import { send } from '../control.ts';
import { createFaults, type Fault } from './faults.ts';
import { openReceived, type Received } from './received.ts';

export interface PlatformOptions {
  readonly file: string;
  readonly clock: AwardClock;
  /** What each platform signs with. */
  readonly keys: Readonly<Record<'credit' | 'supervision', string>>;
  readonly seed: string;
}

const path = /^\/local\/platforms\/(credit|supervision)$/;
/** A message that was signed longer ago may be a recording of it. */
const freshness = 15 * 60_000;

/** What a platform answers: a status with what it says, or nothing. */
type Verdict = { readonly status: number; readonly says: { readonly message: string } } | { readonly taken: Received };

/** The city's two platforms as a real HTTP server shows them: they check signatures, know repeats, and sometimes fail. */
export function createPlatforms({ file, clock, keys, seed }: PlatformOptions) {
  const received = openReceived(file);
  const faults = createFaults(seed);

  const judge = (platform: 'credit' | 'supervision', request: IncomingMessage, body: string): Verdict => {
    const [key, at, signature] = ['idempotency-key', 'x-award-timestamp', 'x-award-signature'].map((name) =>
      String(request.headers[name] ?? ''),
    ) as [string, string, string];
    if (!isSigned(signature, signatureOf(keys[platform], at, key, body)))
      return { status: 401, says: { message: 'bad signature' } };
    if (Math.abs(clock.now() - Date.parse(at)) > freshness) return { status: 401, says: { message: 'stale' } };
    const message = platformMessage.safeParse(JSON.parse(body));
    if (!message.success || !key) return { status: 422, says: { message: 'not a message of schema 1' } };
    const taken = received.take(platform, key, body, new Date(clock.now()).toISOString());
    if (taken.body !== body) return { status: 409, says: { message: 'the key was used for another message' } };
    return { taken };
  };

  const answer = (platform: 'credit' | 'supervision', response: ServerResponse, verdict: Verdict, fault?: Fault) => {
    if ('status' in verdict) return send(response, verdict.status, verdict.says);
    if (fault === 'lostAnswer') return response.destroy();
    const { idempotencyKey, receiptNumber, receivedAt } = verdict.taken;
    const text = JSON.stringify({ receiptNumber, receivedAt, idempotencyKey });
    const key = fault === 'forged' ? 'somebody else' : keys[platform];
    const signature = signatureOf(key, idempotencyKey, text);
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'x-platform-signature': signature });
    return response.end(fault === 'garbled' ? text.slice(1) : text);
  };

  const serve = async (platform: 'credit' | 'supervision', request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) body += chunk;
    const key = String(request.headers['idempotency-key'] ?? '');
    const { number, nth } = received.begin(platform, key, new Date(clock.now()).toISOString());
    const fault = faults.meet(platform, key, nth);
    if (fault) received.end(number, fault);
    if (fault === 'silent') return;
    if (fault === 'hangUp') return void response.destroy();
    if (fault === 'unavailable') return send(response, 503, { message: 'maintenance' });
    if (fault === 'busy') return send(response, 429, { message: 'too many requests' });
    if (fault === 'refused') return send(response, 400, { message: 'not accepted' });
    const verdict = judge(platform, request, body);
    if ('status' in verdict) received.end(number, `${verdict.status} ${verdict.says.message}`);
    else if (!fault) received.end(number, 'taken');
    answer(platform, response, verdict, fault);
  };

  const handles: Handles = (request, response) => {
    const platform = path.exec((request.url ?? '').split('?')[0] ?? '')?.[1] as 'credit' | 'supervision' | undefined;
    if (!platform || request.method !== 'POST') return false;
    serve(platform, request, response).catch(() => send(response, 400, { message: 'not a request' }));
    return true;
  };

  return { handles, plan: faults.plan, tries: received.tries, close: received.close };
}
export type Platforms = ReturnType<typeof createPlatforms>;
