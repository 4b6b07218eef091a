import viewer from 'swagger-ui-dist/swagger-ui-bundle.js' with { type: 'text' };
import style from 'swagger-ui-dist/swagger-ui.css' with { type: 'text' };
import { http } from '#functions/runtime/http';
import type { RawAnswer } from '#functions/runtime/raw-answer';
import openapi from '../../../docs/openapi.json' with { type: 'json' };
import { routes } from '../routes.ts';

const start = `SwaggerUIBundle({
  url: 'docs/openapi.json', dom_id: '#viewer', deepLinking: true, docExpansion: 'list', filter: true,
  defaultModelsExpandDepth: -1, validatorUrl: null,
});`;

const files: Readonly<Record<string, RawAnswer>> = {
  'openapi.json': { contentType: 'application/json; charset=utf-8', body: JSON.stringify(openapi) },
  'viewer.js': { contentType: 'text/javascript; charset=utf-8', body: viewer },
  'viewer.css': { contentType: 'text/css; charset=utf-8', body: style },
  'start.js': { contentType: 'text/javascript; charset=utf-8', body: start },
};

export const handler = http(routes.showDocsFile, ({ params: { file } }) =>
  Promise.resolve({ contentType: 'text/plain', body: '', ...files[file], headers: { 'cache-control': 'max-age=300' } }),
);
