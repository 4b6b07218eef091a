import * as z from 'zod';
import type { Answer, Incoming } from './call.ts';
import { S3Error } from './errors.ts';
import { globbed } from './glob.ts';

export const corsRule = z.strictObject({
  id: z.string().optional(),
  allowedOrigins: z.array(z.string()).min(1),
  allowedMethods: z.array(z.enum(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])).min(1),
  allowedHeaders: z.array(z.string()).default([]),
  exposedHeaders: z.array(z.string()).default([]),
  maxAge: z.int().nonnegative().optional(),
});
export type CorsRule = z.output<typeof corsRule>;

/** S3 allows one `*` in an origin, and only there. */
const matches = (patterns: readonly string[], text: string, flags = '') =>
  patterns.some((pattern) => globbed(pattern.replaceAll('?', ' '), flags).test(text));

function ruleFor(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
  headers: readonly string[],
): CorsRule | undefined {
  return rules.find(
    (rule) =>
      matches(rule.allowedOrigins, origin) &&
      rule.allowedMethods.some((allowed) => allowed === method) &&
      headers.every((header) => matches(rule.allowedHeaders, header, 'i')),
  );
}

function headersOf(rule: CorsRule, origin: string): Record<string, string> {
  const anyone = rule.allowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anyone ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(!anyone && { 'access-control-allow-credentials': 'true' }),
    ...(rule.exposedHeaders.length > 0 && { 'access-control-expose-headers': rule.exposedHeaders.join(', ') }),
    ...(rule.maxAge !== undefined && { 'access-control-max-age': String(rule.maxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** What an answer to a page of another origin carries, refusals included; nothing when no rule fits. */
export function corsHeaders(rules: readonly CorsRule[], { headers, method }: Incoming): Record<string, string> {
  const origin = headers['origin'];
  if (origin === undefined) return {};
  const rule = ruleFor(rules, origin, method, []);
  return rule ? headersOf(rule, origin) : {};
}

/** Answers a browser's question whether it may send a request. */
export function preflight(rules: readonly CorsRule[], { headers }: Incoming): Answer {
  const origin = headers['origin'];
  const method = headers['access-control-request-method'];
  if (origin === undefined) throw new S3Error('BadRequest', 'Insufficient information. Origin request header needed.');
  if (method === undefined) throw new S3Error('BadRequest', 'Invalid Access-Control-Request-Method: null');
  if (!rules.length) throw new S3Error('AccessForbidden', 'CORSResponse: CORS is not enabled for this bucket.');
  const asked = headers['access-control-request-headers'];
  const names = (asked ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const rule = ruleFor(rules, origin, method, names);
  if (!rule) {
    throw new S3Error(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  }
  return {
    status: 200,
    headers: {
      ...headersOf(rule, origin),
      ...(names.length > 0 && { 'access-control-allow-headers': names.join(', ') }),
    },
  };
}
