import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { refusals } from '#domain/refusals';
import type { Route } from '#functions/api/route';
import { routes } from '#functions/api/routes';

const file = join(import.meta.dirname, '../docs/openapi.json');

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};

const parametersOf = (schema: z.ZodType, where: 'path' | 'query') => {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as z.core.JSONSchema.ObjectSchema;
  return Object.entries(properties).map(([name, s]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: s,
  }));
};

const whoMayCall = ({ who }: Route) =>
  who === 'public'
    ? '无需登录 / no sign-in'
    : who === 'signedIn'
      ? '已登录 / signed in'
      : who === 'registered'
        ? '已注册人员,须与本人有关 / registered, and only for what is theirs'
        : who.join(', ');

const operationOf = (name: string, route: Route) => {
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE';
  const contentType = route.raw ? 'text/plain' : 'application/json';
  return {
    operationId: name,
    tags: [route.idea],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    description: [
      `权限 / who: ${whoMayCall(route)}`,
      ...(route.articles ? [`依据 / articles: ${route.articles.join(', ')}`] : []),
    ].join('\n\n'),
    ...(route.who !== 'public' && { security: [{ signIn: [] }] }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(hasBody ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(hasBody && {
      requestBody: { content: { 'application/json': { schema: schemaOf(route.body, 'input') } } },
    }),
    responses: {
      [route.status ?? 200]: {
        description: 'OK',
        content: { [contentType]: { schema: schemaOf(route.answer, 'output') } },
      },
      default: { $ref: '#/components/responses/Refused' },
    },
  };
};

/** The OpenAPI 3.1 description, written from the route table. */
export function describeApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][])
    (paths[`/api${route.path}`] ??= {})[route.method.toLowerCase()] = operationOf(name, route);
  return {
    openapi: '3.1.0',
    info: {
      title: '市长质量奖评审系统 · Quality Award',
      version: '1',
      description:
        '时间均为 UTC(ISO 8601),日期为北京时间。拒绝办理时返回代码、条款和中英文说明。\n\n' +
        'Instants are UTC (ISO 8601), dates are Asia/Shanghai. A refusal carries a code, the article and a sentence in Chinese and English.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { signIn: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: '同一请求重发时使用同一键,得到首次的答复 / a repeat with the same key gets the first answer',
          schema: { type: 'string', maxLength: 200 },
        },
      },
      responses: {
        Refused: {
          description: '拒绝办理 / refused',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['code', 'message', 'requestId'],
                properties: {
                  code: { type: 'string', enum: [...Object.keys(refusals), 'system.fault'].sort() },
                  article: { type: 'string', examples: ['A16'] },
                  message: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
                  detail: { type: 'object' },
                  requestId: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  };
}

/** The description as it is kept in docs/. */
export const openApiText = (): string => `${JSON.stringify(describeApi(), null, 1)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = openApiText();
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/openapi.json is stale: npm run openapi');
    process.exitCode = 1;
  }
}
