import * as z from 'zod';
import { appraisalSummary, appraisalView } from '#domain/retention/appraisal';
import { pageOf, pageQuery, route } from '../route.ts';

const appraisalId = z.object({ appraisalId: z.string().max(120) });
const reason = z.string().trim().min(1).max(1000);

/** Appraisal of files whose retention is over, and their disposal (A29, D13). */
export const retentionRoutes = {
  listAppraisals: route({
    method: 'GET',
    path: '/programmes/{programmeId}/appraisals',
    idea: 'retention',
    summary: { zh: '档案鉴定清单(每年一次)', en: 'The appraisal lists, drawn up once a year' },
    articles: ['A29'],
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(appraisalSummary),
  }),
  showAppraisal: route({
    method: 'GET',
    path: '/appraisals/{appraisalId}',
    idea: 'retention',
    summary: { zh: '查看一份鉴定清单', en: 'An appraisal list' },
    articles: ['A29'],
    who: ['office', 'auditor'],
    params: appraisalId,
    answer: appraisalView,
  }),
  proposeDisposal: route({
    method: 'POST',
    path: '/appraisals/{appraisalId}/proposal',
    idea: 'retention',
    summary: { zh: '提出销毁(可保留若干件)', en: 'Propose to dispose of what is on the list, but what is kept' },
    articles: ['A29'],
    who: ['office'],
    params: appraisalId,
    body: z.object({ keep: z.array(z.string()).max(500).default([]), reason }),
    answer: appraisalView,
  }),
  decideDisposal: route({
    method: 'POST',
    path: '/appraisals/{appraisalId}/decision',
    idea: 'retention',
    summary: { zh: '由另一人批准或不批准销毁', en: 'Approve or decline the disposal, as another person' },
    articles: ['A29'],
    who: ['office'],
    params: appraisalId,
    body: z.object({ approve: z.boolean(), reason: reason.optional() }),
    answer: appraisalView,
  }),
} as const;
