import * as z from 'zod';
import { winnerImportView } from '#domain/winner-import/import';
import { importedRow } from '#domain/winner-import/plan';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });

/** Winners under earlier rules enter the roll (A30). */
export const winnerImportRoutes = {
  importWinners: route({
    method: 'POST',
    path: '/programmes/{programmeId}/winner-imports',
    idea: 'winner-import',
    summary: {
      zh: '导入往届获奖者(.xlsx 或 .json):先预检,再凭预检摘要导入',
      en: 'Import earlier winners (.xlsx or .json): a dry run first, then again with the digest it gave',
    },
    articles: ['A30'],
    who: ['office'],
    params: programmeId,
    body: z.object({
      fileName: z
        .string()
        .trim()
        .max(200)
        .regex(/\.(xlsx|json)$/i),
      file: z.base64().max(1_400_000).describe('The file, in base64; at most 1 MB and 500 rows'),
      legalBasis: z
        .string()
        .trim()
        .min(1)
        .max(300)
        .describe('The rules under which the awards were given, e.g. 昆政办〔2013〕119号'),
      digest: z.string().max(64).optional().describe('Of the dry run; without it nothing is imported'),
    }),
    answer: z.object({
      digest: z.string().describe('Give it back to import exactly this'),
      importId: z.string().optional().describe('Once it is imported'),
      rows: z.array(importedRow),
    }),
  }),
  listWinnerImports: route({
    method: 'GET',
    path: '/programmes/{programmeId}/winner-imports',
    idea: 'winner-import',
    summary: { zh: '往届获奖者导入记录', en: 'Who imported earlier winners, when and from which file' },
    articles: ['A30'],
    who: ['office', 'auditor'],
    params: programmeId,
    query: pageQuery,
    answer: pageOf(winnerImportView),
  }),
} as const;
