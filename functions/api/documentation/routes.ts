import * as z from 'zod';
import { route } from '../route.ts';

/** The description of this API. */
export const documentationRoutes = {
  showDocs: route({
    method: 'GET',
    path: '/docs',
    idea: 'documentation',
    summary: { zh: '接口文档', en: 'This API, in a viewer' },
    who: 'public',
    answer: z.string(),
    raw: true,
  }),
  showDocsFile: route({
    method: 'GET',
    path: '/docs/{file}',
    idea: 'documentation',
    summary: { zh: '接口文档的文件', en: "The viewer's files" },
    who: 'public',
    params: z.object({ file: z.enum(['openapi.json', 'viewer.js', 'viewer.css', 'start.js']) }),
    answer: z.string(),
    raw: true,
  }),
} as const;
