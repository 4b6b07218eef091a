import type { IncomingMessage } from 'node:http';
import type { Authorization } from './authorize.ts';
import { decoded, type MatchedRoute } from './match-route.ts';

/** What an event is made of besides the request itself. */
export interface EventOf {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly matched: MatchedRoute;
  readonly authorization?: Authorization;
  readonly requestId: string;
  readonly api: { readonly id: string; readonly account: string };
}

/** The event of payload format 2.0, as API Gateway hands it to a function. */
export function requestEvent({
  request,
  body,
  matched,
  authorization,
  requestId,
  api,
}: EventOf): Record<string, unknown> {
  const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?');
  const headers = headersOf(request);
  const cookies = (request.headers.cookie ?? '').split(/; */).filter(Boolean);
  const queryStringParameters = parametersOf(query);
  const now = new Date();
  const rawPath = decoded(path);
  const binary = body.length > 0 && !isText(request.headers['content-type']);
  return {
    version: '2.0',
    routeKey: matched.route.key,
    rawPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== '' && { queryStringParameters }),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      ...(authorization?.ok && {
        authorizer: { jwt: { claims: authorization.claims, scopes: authorization.scopes } },
      }),
      domainName: request.headers.host ?? '127.0.0.1',
      domainPrefix: (request.headers.host ?? '').split('.')[0],
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: matched.route.key,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(matched.pathParameters).length > 0 && { pathParameters: matched.pathParameters }),
    ...(body.length > 0 && { body: body.toString(binary ? 'base64' : 'utf8') }),
    isBase64Encoded: binary,
  };
}

function headersOf({ headersDistinct, headers }: IncomingMessage): Record<string, string> {
  const all = Object.entries(headersDistinct).filter(([name]) => name !== 'cookie' && name !== 'connection');
  return Object.fromEntries(all.map(([name, values]) => [name, values?.join(',') ?? String(headers[name] ?? '')]));
}

/** Repeated parameters are joined by commas. */
function parametersOf(query: string): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = found.get(name);
    found.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(found);
}

/** API Gateway takes these for text, and a body without a type too; everything else arrives in base64. */
const isText = (type = 'text/plain'): boolean =>
  /^(text\/|application\/(json|xml|javascript)\b|[^;]*\+(json|xml)\b)/i.test(type);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function commonLogTime(at: Date): string {
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${day}/${months[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
