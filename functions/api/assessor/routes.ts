import * as z from 'zod';
import { appointment, assessor, assessorEntry, assessorNumber, grades, training } from '#domain/assessor/assessor';
import { importReport } from '#domain/assessor/import';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });
const one = programmeId.extend({ assessorId: z.string().max(60) });
const view = assessor.omit({ version: true, chain: true });
const text = (max: number) => z.string().trim().min(1).max(max);
const path = '/programmes/{programmeId}/assessors';

/** The assessor pool (A9(3)). */
export const assessorRoutes = {
  listAssessors: route({
    method: 'GET',
    path,
    idea: 'assessor',
    summary: { zh: '评审员专家库', en: 'The assessor pool' },
    articles: ['A9'],
    who: ['office', 'auditor'],
    params: programmeId,
    query: pageQuery,
    answer: pageOf(view),
  }),
  showAssessor: route({
    method: 'GET',
    path: `${path}/{assessorId}`,
    idea: 'assessor',
    summary: { zh: '评审员档案', en: 'An assessor of the pool' },
    articles: ['A9'],
    who: ['office', 'auditor'],
    params: one,
    answer: view,
  }),
  keepAssessor: route({
    method: 'PUT',
    path: `${path}/{assessorId}`,
    idea: 'assessor',
    summary: { zh: '登记或更正评审员', en: 'Enter an assessor, or put their entry right' },
    articles: ['A9'],
    who: ['office'],
    params: programmeId.extend({ assessorId: assessorNumber }),
    body: assessorEntry,
    answer: view,
  }),
  appointAssessor: route({
    method: 'POST',
    path: `${path}/{assessorId}/appointments`,
    idea: 'assessor',
    summary: { zh: '聘任(聘期、聘书文号)', en: 'Appoint for a term, by letter' },
    articles: ['A9'],
    who: ['office'],
    params: one,
    body: appointment,
    answer: view,
    status: 201,
  }),
  recordTraining: route({
    method: 'POST',
    path: `${path}/{assessorId}/trainings`,
    idea: 'assessor',
    summary: { zh: '登记培训', en: 'Record a training' },
    articles: ['A9'],
    who: ['office'],
    params: one,
    body: training,
    answer: view,
    status: 201,
  }),
  appraiseAssessor: route({
    method: 'POST',
    path: `${path}/{assessorId}/appraisals`,
    idea: 'assessor',
    summary: { zh: '考核(每届)', en: "Appraise an assessor's work in a cycle" },
    articles: ['A9'],
    who: ['office'],
    params: one,
    body: z.object({ cycleId: z.string(), grade: z.enum(grades), remark: text(1000) }),
    answer: view,
    status: 201,
  }),
  recordExit: route({
    method: 'POST',
    path: `${path}/{assessorId}/exit`,
    idea: 'assessor',
    summary: { zh: '退出专家库(说明原因)', en: 'Let an assessor leave the pool, with a reason' },
    articles: ['A9'],
    who: ['office'],
    params: one,
    body: z.object({ on: z.iso.date(), reason: text(500) }),
    answer: view,
  }),
  importAssessors: route({
    method: 'POST',
    path: '/programmes/{programmeId}/assessor-imports',
    idea: 'assessor',
    summary: {
      zh: '导入专家库(.xlsx,先预检;给出预检摘要才导入)',
      en: 'Import the pool from .xlsx: a dry run first, then again with the digest it gave',
    },
    articles: ['A9'],
    who: ['office'],
    params: programmeId,
    body: z.object({
      file: z.base64().max(1_400_000).describe('The workbook, base64; at most 1 MB'),
      digest: z.string().max(64).optional().describe('Of the dry run; without it nothing is imported'),
    }),
    answer: importReport,
  }),
  exportAssessors: route({
    method: 'GET',
    path: '/programmes/{programmeId}/assessor-export',
    idea: 'assessor',
    summary: { zh: '导出专家库(.xlsx)', en: 'The pool as .xlsx' },
    articles: ['A9'],
    who: ['office', 'auditor'],
    params: programmeId,
    answer: z.string(),
    raw: true,
  }),
} as const;
