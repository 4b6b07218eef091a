import * as z from 'zod';
import { conflict } from '#domain/conflict/conflict';
import { conflictDeclaration, partialRoles } from '#domain/conflict/declare';
import { onSite } from '#domain/on-site/on-site';
import { materialReview } from '#domain/review/panel';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const formerVisit = onSite.extend({
  report: onSite.shape.report.unwrap().omit({ evidence: true }).optional(),
});
const conflictLine = conflict.extend({ applicationId: z.string() });

/** Conflicts of interest: whoever has one sees nothing of the case. */
export const conflictRoutes = {
  declareConflict: route({
    method: 'POST',
    path: '/applications/{applicationId}/conflict',
    idea: 'review',
    summary: { zh: '声明利害关系(回避)', en: 'Declare a conflict of interest with an application' },
    articles: ['A17'],
    who: partialRoles,
    params: applicationId,
    body: conflictDeclaration,
    answer: z.object({ applicationId: z.string(), declared: z.literal(true) }),
    status: 201,
  }),
  recordConflict: route({
    method: 'POST',
    path: '/applications/{applicationId}/conflicts',
    idea: 'review',
    summary: { zh: '登记他人的利害关系(回避)', en: "Record another's conflict of interest; the person cannot lift it" },
    articles: ['A9', 'A17'],
    who: ['office'],
    params: applicationId,
    body: conflictDeclaration.extend({ personId: z.string() }),
    answer: conflictLine,
    status: 201,
  }),
  liftConflict: route({
    method: 'POST',
    path: '/applications/{applicationId}/conflicts/{personId}/lifting',
    idea: 'review',
    summary: { zh: '解除他人的回避(须说明理由)', en: "Lift another's conflict of interest, with a reason" },
    articles: ['A9', 'A17'],
    who: ['office'],
    params: applicationId.extend({ personId: z.string() }),
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: z.object({ items: z.array(conflict) }),
  }),
  listConflicts: route({
    method: 'GET',
    path: '/applications/{applicationId}/conflicts',
    idea: 'review',
    summary: { zh: '本申报的利害关系登记', en: 'The conflicts of interest with an application' },
    articles: ['A17'],
    who: ['office', 'auditor'],
    params: applicationId,
    answer: z.object({ items: z.array(conflict) }),
  }),
  listFormerReports: route({
    method: 'GET',
    path: '/applications/{applicationId}/former-panel-reports',
    idea: 'review',
    summary: {
      zh: '因回避作废而重做的评审组报告和现场评审(留存)',
      en: 'Panel reports and visits set aside by a conflict, kept',
    },
    articles: ['A17'],
    who: ['office', 'auditor'],
    params: applicationId,
    answer: z.object({
      items: z.array(materialReview.omit({ paper: true })),
      visits: z.array(formerVisit).describe('Visits whose signatures and report were set aside'),
    }),
  }),
} as const;
