import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpService, InvokeFunction } from '../contracts.ts';
import type { HttpApiModel } from '../template/model.ts';
import { createAuthorize, type Authorization } from './authorize.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cross-origin.ts';
import { functionResponse, message, type WireResponse } from './function-response.ts';
import { createRouteMatcher } from './match-route.ts';
import { requestEvent } from './request-event.ts';

/** API Gateway's limit for a request's body. */
const bodyLimit = 10 * 1024 * 1024;

export interface HttpApiOptions {
  readonly api: HttpApiModel;
  readonly account: string;
  readonly invoke: InvokeFunction;
}

/** Serves the template's HTTP API: routes, JWT authorizer, CORS and payload format 2.0. */
export function createHttpApi({ api, account, invoke }: HttpApiOptions): HttpService {
  const match = createRouteMatcher(api.routes);
  const authorize = createAuthorize();

  async function answer(request: IncomingMessage, requestId: string): Promise<WireResponse> {
    const body = await bodyOf(request);
    if (body === 'too large') return message(413, 'Request Entity Too Large');
    const matched = match(request.method ?? 'GET', (request.url ?? '/').split('?')[0] ?? '/');
    if (!matched) return message(404, 'Not Found');
    const { authorizer, scopes, functionName, timeoutMs } = matched.route;
    let authorization: Authorization | undefined;
    if (authorizer) {
      authorization = await authorize(authorizer, request.headers.authorization, scopes);
      if (!authorization.ok) return refusal(authorization.status, authorization.description);
    }
    const event = requestEvent({ request, body, matched, authorization, requestId, api: { id: api.id, account } });
    const over = new AbortController();
    const late = sleep(timeoutMs, message(503, 'Service Unavailable'), { signal: over.signal });
    late.catch(() => undefined);
    try {
      return await Promise.race([invoke(functionName, event).then(functionResponse), late]);
    } catch {
      return message(500, 'Internal Server Error');
    } finally {
      over.abort();
    }
  }

  return (request, response) => {
    const requestId = randomUUID();
    if (api.cors && isPreflight(request)) {
      request.resume();
      response.writeHead(204, preflightHeaders(api.cors, request)).end();
      return;
    }
    answer(request, requestId).then(
      (answered) => send(request, response, requestId, answered),
      // The caller hung up in the middle of its request.
      () => response.destroy(),
    );
  };

  function send(request: IncomingMessage, response: ServerResponse, requestId: string, answered: WireResponse): void {
    const headers = { ...answered.headers, ...(api.cors && corsHeaders(api.cors, request)) };
    const length = answered.status === 204 || answered.status === 304 ? {} : { 'content-length': answered.body.length };
    response.writeHead(answered.status, { ...headers, ...length, 'apigw-requestid': requestId });
    response.end(request.method === 'HEAD' ? undefined : answered.body);
  }
}

function refusal(status: 401 | 403, description: string): WireResponse {
  const challenge =
    description === ''
      ? 'Bearer'
      : `Bearer scope="" error="invalid_token" error_description="${description.replaceAll('"', "'")}"`;
  return message(status, status === 401 ? 'Unauthorized' : 'Forbidden', { 'www-authenticate': challenge });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What comes after the limit is read to its end, so that the caller gets an answer and not a broken pipe.
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : 'too large';
}
