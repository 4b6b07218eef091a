import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { Refused } from '#domain/refused';
import type { Route } from '../api/route.ts';

z.config(z.locales.zhCN());

const bodyOf = (event: APIGatewayProxyEventV2): unknown => {
  if (!event.body) return {};
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused('request.not-json');
  }
};

/** Reads the request by the route's schemas. Throws `Refused` request.invalid naming every field that does not fit. */
export function readRequest<R extends Route>(route: R, event: APIGatewayProxyEventV2) {
  const parts = {
    params: route.params.safeParse(event.pathParameters ?? {}),
    query: route.query.safeParse(event.queryStringParameters ?? {}),
    body: route.body.safeParse(route.method === 'GET' ? {} : bodyOf(event)),
  };
  const fields = Object.entries(parts).flatMap(([part, { error }]) =>
    (error?.issues ?? []).map((issue) => ({ path: [part, ...issue.path].join('.'), problem: issue.message })),
  );
  if (fields.length > 0) throw new Refused('request.invalid', { fields });
  return { params: parts.params.data, query: parts.query.data, body: parts.body.data };
}
