import * as z from 'zod';
import { application } from '#domain/application/application';
import { onSite } from '#domain/on-site/on-site';
import { visitPlan, visitReport } from '#domain/on-site/visit';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const step = application.pick({ applicationId: true, stage: true });

/** The on-site review (A19). */
export const onSiteRoutes = {
  planOnSite: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/plan',
    idea: 'review',
    summary: { zh: '制定现场评审计划', en: 'Plan the on-site review' },
    articles: ['A19'],
    who: ['office'],
    params: applicationId,
    body: visitPlan,
    answer: step.extend({ onSite: onSite.pick({ plan: true }) }),
  }),
  handInOnSiteReport: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/report',
    idea: 'review',
    summary: { zh: '提交现场评审报告', en: 'Hand in the on-site report' },
    articles: ['A19'],
    who: ['assessor'],
    params: applicationId,
    body: visitReport,
    answer: step.extend({ onSite }),
    status: 201,
  }),
  showOnSite: route({
    method: 'GET',
    path: '/applications/{applicationId}/on-site',
    idea: 'review',
    summary: { zh: '现场评审计划与报告', en: 'The plan and the report of the on-site review' },
    articles: ['A19'],
    who: ['office', 'auditor', 'assessor'],
    params: applicationId,
    answer: onSite.extend({ applicationId: z.string() }),
  }),
} as const;
