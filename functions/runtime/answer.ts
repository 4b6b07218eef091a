import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Refused } from '#domain/refused';
import type { RefusalKind } from '#domain/refusals';
import { refusals, refusalText } from '#domain/refusals';
import type { Route } from '../api/route.ts';
import type { RawAnswer } from './raw-answer.ts';

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooOften: 429,
};

const safe = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const json = (statusCode: number, requestId: string, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': requestId, ...safe },
  body: JSON.stringify(body),
});

/** What the route's answer schema names of the answer, and nothing else. */
export function success(route: Route, answer: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  if (!route.raw) return json(route.status ?? 200, requestId, route.answer.parse(answer));
  const { contentType, status, body, base64, headers } = answer as RawAnswer;
  return {
    statusCode: status ?? route.status ?? 200,
    headers: { 'content-type': contentType, 'x-request-id': requestId, ...safe, ...headers },
    body,
    isBase64Encoded: base64 ?? false,
  };
}

/** A refusal in the one form all errors have. */
export const refusal = ({ code, article, detail }: Refused, requestId: string): APIGatewayProxyStructuredResultV2 =>
  json(statuses[refusals[code].kind], requestId, {
    code,
    article: article ?? refusals[code].article,
    message: refusalText(code, detail),
    detail,
    requestId,
  });

/** A fault of ours: a reference to quote, never the error's text. */
export const failure = (requestId: string): APIGatewayProxyStructuredResultV2 =>
  json(500, requestId, {
    code: 'system.fault',
    message: {
      zh: `系统出现故障,未作任何更改;请稍后重试,或将编号 ${requestId} 告知评审办。`,
      en: `Something failed on our side and nothing was changed; try again, or quote ${requestId} to the review office.`,
    },
    requestId,
  });
