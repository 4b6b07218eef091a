import type { IncomingMessage } from 'node:http';
import type { CorsModel } from '../template/model.ts';

type Headers = Record<string, string>;

/** True for a request that asks whether a cross-origin request may be made. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;

/** Headers that answer a preflight; none when origin or method is not allowed, which the browser takes as a no. */
export function preflightHeaders(cors: CorsModel, { headers }: IncomingMessage): Headers {
  const origin = allowedOrigin(cors, headers.origin);
  const method = String(headers['access-control-request-method']);
  if (origin === undefined || !(cors.allowMethods.includes('*') || cors.allowMethods.includes(method))) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': cors.allowMethods.join(','),
    ...(cors.allowHeaders.length > 0 && { 'access-control-allow-headers': cors.allowHeaders.join(',') }),
    ...(cors.allowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.maxAge !== undefined && { 'access-control-max-age': String(cors.maxAge) }),
  };
}

/** Headers added to every answer to an allowed origin. */
export function corsHeaders(cors: CorsModel, { headers }: IncomingMessage): Headers {
  const origin = allowedOrigin(cors, headers.origin);
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    ...(origin !== '*' && { vary: 'Origin' }),
    ...(cors.exposeHeaders.length > 0 && { 'access-control-expose-headers': cors.exposeHeaders.join(',') }),
    ...(cors.allowCredentials && { 'access-control-allow-credentials': 'true' }),
  };
}

function allowedOrigin(cors: CorsModel, origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (cors.allowOrigins.includes('*')) return '*';
  return cors.allowOrigins.some((one) => one === origin || one === `${origin.split('://')[0]}://*`)
    ? origin
    : undefined;
}
