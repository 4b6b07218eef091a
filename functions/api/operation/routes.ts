import * as z from 'zod';
import { auditEvent } from '#domain/audit/event';
import { refusedAttempt } from '#domain/audit/refused-attempt';
import { fault } from '#domain/audit/fault';
import { bulkRoutes } from './bulk-routes.ts';
import { pageOf, pageQuery, route } from '../route.ts';

const caseKey = z.object({ kind: z.enum(['application', 'revocation']), recordId: z.string().max(60) });

/** The operator's queue and the audit trail. */
export const operationRoutes = {
  ...bulkRoutes,
  listFaults: route({
    method: 'GET',
    path: '/operations/faults',
    idea: 'operation',
    summary: { zh: '流程故障队列', en: "The operator's queue: cases whose execution failed" },
    who: ['administrator', 'auditor'],
    query: pageQuery,
    answer: pageOf(fault),
  }),
  restartCase: route({
    method: 'POST',
    path: '/operations/cases/{kind}/{recordId}/restart',
    idea: 'operation',
    summary: { zh: '从当前阶段重新启动流程', en: "Start a case's execution again at its stage" },
    who: ['administrator'],
    params: caseKey,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ recordId: z.string(), stage: z.string() }),
    status: 202,
  }),
  readAuditTrail: route({
    method: 'GET',
    path: '/audit/{recordType}/{recordId}',
    idea: 'operation',
    summary: {
      zh: '审计日志与完整性校验;被拒绝的操作(按日)',
      en: "A record's audit trail, with proof that it is whole; the attempts that were refused on a day",
    },
    articles: ['A4'],
    who: ['auditor'],
    params: z.object({
      recordType: z.enum([
        'application',
        'revocation',
        'cycle',
        'programme',
        'list',
        'notice',
        'objection',
        'meeting',
        'winner',
        'duty',
        'document',
        'cultivation',
        'assignment',
        'edition',
        'export',
        'bonus',
        'ban',
        'inspection',
        'push',
        'appraisal',
        'publication',
        'resolution',
        'refusal',
      ]),
      recordId: z.string().max(120).describe('Of refused attempts the day, Asia/Shanghai: 2027-03-01'),
    }),
    query: pageQuery.describe('Of refused attempts; a record has its whole trail at once'),
    answer: z.union([
      z.object({
        whole: z.boolean().describe('The events are one unbroken chain up to the record as it is stored'),
        brokenAt: z.int().optional(),
        events: z.array(auditEvent),
      }),
      pageOf(refusedAttempt),
    ]),
  }),
} as const;
