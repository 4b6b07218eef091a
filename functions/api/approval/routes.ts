import * as z from 'zod';
import { awards } from '#domain/approval/awarding';
import { submissionView } from '#domain/approval/submission';
import { winnerView } from '#domain/approval/winner';
import { pageOf, pageQuery, route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });

/** The government decision, winners and their certificates. */
export const approvalRoutes = {
  previewGovernmentDecision: route({
    method: 'GET',
    path: '/cycles/{cycleId}/government-decision/preview',
    idea: 'approval',
    summary: { zh: '待审定名单', en: 'What awaits the government decision' },
    articles: ['A22'],
    who: ['registrar', 'office', 'auditor'],
    params: cycleId,
    answer: z.object({
      items: z.array(
        z.object({
          ...{ applicationId: z.string(), name: z.string(), kind: z.string(), award: z.enum(awards).optional() },
          submittedOn: z.iso
            .date()
            .optional()
            .describe('The day of its submission; before it nothing is decided on it'),
        }),
      ),
    }),
  }),
  submitToGovernment: route({
    method: 'POST',
    path: '/cycles/{cycleId}/submissions',
    idea: 'approval',
    summary: {
      zh: '报请市政府审定(生成 Word 和 PDF 报审材料)',
      en: 'Submit to the municipal government, with the package as Word and PDF',
    },
    articles: ['A22'],
    who: ['office'],
    params: cycleId,
    answer: submissionView,
    status: 201,
  }),
  listSubmissions: route({
    method: 'GET',
    path: '/cycles/{cycleId}/submissions',
    idea: 'approval',
    summary: { zh: '报审材料', en: 'What was submitted to the government' },
    articles: ['A22'],
    who: ['registrar', 'office', 'auditor'],
    params: cycleId,
    query: pageQuery,
    answer: pageOf(submissionView),
  }),
  downloadSubmission: route({
    method: 'GET',
    path: '/submissions/{submissionId}/{format}',
    idea: 'approval',
    summary: { zh: '下载报审材料', en: 'A URL to download the package, good for ten minutes' },
    articles: ['A22'],
    who: ['registrar', 'office', 'auditor'],
    params: z.object({ submissionId: z.string(), format: z.enum(['pdf', 'docx']) }),
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
  recordGovernmentDecision: route({
    method: 'POST',
    path: '/cycles/{cycleId}/government-decision',
    idea: 'approval',
    summary: { zh: '登记市政府审定决定', en: 'Enter the decision of the municipal government' },
    articles: ['A22'],
    who: ['registrar'],
    params: cycleId,
    body: z.object({
      number: z.string().trim().min(1).max(100).describe('文号'),
      date: z.iso.date(),
      documentId: z.string().describe('The signed decision, uploaded as a paper of kind governmentDecision'),
      approved: z.array(z.string()).max(100),
      reasons: z
        .record(z.string(), z.string().trim().min(1).max(1000))
        .default({})
        .describe('Why, for each that is not approved'),
    }),
    answer: z.object({
      listId: z.string(),
      entries: z.array(
        z.object({
          applicationId: z.string(),
          outcome: z.enum(['in', 'out']),
          reason: z.string(),
          certificateNumber: z.string().optional(),
        }),
      ),
    }),
    status: 202,
  }),
  listWinners: route({
    method: 'GET',
    path: '/programmes/{programmeId}/winners',
    idea: 'approval',
    summary: { zh: '获奖名录', en: 'The roll of winners' },
    articles: ['A22', 'A25'],
    who: 'public',
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(winnerView),
  }),
  verifyCertificate: route({
    method: 'GET',
    path: '/certificates/{certificateNumber}',
    idea: 'approval',
    summary: { zh: '证书查验', en: 'Verify a certificate by its number' },
    articles: ['A25'],
    who: 'public',
    params: z.object({ certificateNumber: z.string().max(60) }),
    answer: winnerView,
  }),
} as const;
