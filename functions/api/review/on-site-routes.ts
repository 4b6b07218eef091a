import * as z from 'zod';
import { application } from '#domain/application/application';
import { finding, findingEntry } from '#domain/on-site/finding';
import { onSite } from '#domain/on-site/on-site';
import { visitPlan } from '#domain/on-site/plan';
import { visitReport } from '#domain/on-site/report';
import { findingsAnswer, refusalNote } from '#domain/on-site/sign';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const item = applicationId.extend({ code: z.string().max(20) });
const step = application.pick({ applicationId: true, stage: true });
const { plan, report, applicantAnswer, signatures } = onSite.shape;
const itemFinding = finding.pick({ code: true, personId: true, verdict: true, text: true, evidence: true, at: true });

/** A visit without its long texts: light enough for a phone on the way. */
const visit = step.extend({
  from: plan.unwrap().shape.from.optional(),
  to: plan.unwrap().shape.to.optional(),
  team: z.array(z.string()),
  items: z.array(
    plan.unwrap().shape.items.element.extend({
      findings: z.array(
        finding.pick({ personId: true, verdict: true, at: true }).extend({ evidence: z.int().describe('Files') }),
      ),
    }),
  ),
  signatures: signatures.unwrap(),
  applicantAnswer: applicantAnswer.unwrap().pick({ decision: true, at: true }).optional(),
  report: report.unwrap().pick({ scoreMilli: true, by: true, at: true }).optional(),
});

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
  showOnSite: route({
    method: 'GET',
    path: '/applications/{applicationId}/on-site',
    idea: 'review',
    summary: { zh: '现场评审概况(不含长文本)', en: 'The visit: items, findings in brief, signatures' },
    articles: ['A19'],
    who: ['office', 'auditor', 'assessor'],
    params: applicationId,
    answer: visit,
  }),
  showFindings: route({
    method: 'GET',
    path: '/applications/{applicationId}/on-site/findings/{code}',
    idea: 'review',
    summary: { zh: '一个事项的评审记录', en: 'The findings on one item, in full' },
    articles: ['A19'],
    who: ['office', 'auditor', 'assessor'],
    params: item,
    answer: z.object({ code: z.string(), items: z.array(itemFinding) }),
  }),
  recordOnSiteFinding: route({
    method: 'PUT',
    path: '/applications/{applicationId}/on-site/findings/{code}',
    idea: 'review',
    summary: { zh: '记录一个事项的评审情况', en: 'Record what I found on one item' },
    articles: ['A19'],
    who: ['assessor'],
    params: item,
    body: findingEntry,
    answer: itemFinding,
  }),
  signFindings: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/signatures',
    idea: 'review',
    summary: { zh: '评审组成员签署现场评审记录', en: 'Sign the findings, as a member of the team' },
    articles: ['A19'],
    who: ['assessor'],
    params: applicationId,
    answer: visit,
    status: 201,
  }),
  showOnSiteRecord: route({
    method: 'GET',
    path: '/applications/{applicationId}/on-site/record',
    idea: 'review',
    summary: { zh: '现场评审记录(供申报主体签署)', en: 'The findings, for the applicant to sign' },
    articles: ['A19'],
    who: 'registered',
    params: applicationId,
    answer: z.object({
      applicationId: z.string(),
      items: z.array(finding.pick({ code: true, verdict: true, text: true })),
      answer: applicantAnswer.unwrap().omit({ by: true }).optional(),
    }),
  }),
  answerFindings: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/record/answer',
    idea: 'review',
    summary: {
      zh: '申报主体签署、说明或拒签',
      en: 'The applicant signs the findings, with a statement, or refuses to',
    },
    articles: ['A19'],
    who: 'registered',
    params: applicationId,
    body: findingsAnswer,
    answer: step,
    status: 201,
  }),
  recordSignatureRefusal: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/record/refusal',
    idea: 'review',
    summary: { zh: '登记申报主体拒签', en: 'Record that the applicant would not sign' },
    articles: ['A19'],
    who: ['office', 'assessor'],
    params: applicationId,
    body: refusalNote,
    answer: step,
    status: 201,
  }),
  handInOnSiteReport: route({
    method: 'POST',
    path: '/applications/{applicationId}/on-site/report',
    idea: 'review',
    summary: { zh: '提交现场评审报告', en: 'Hand in the on-site report' },
    articles: ['A19', 'A29'],
    who: ['assessor'],
    params: applicationId,
    body: visitReport,
    answer: step.extend({ scoreMilli: z.int() }),
    status: 201,
  }),
  showOnSiteReport: route({
    method: 'GET',
    path: '/applications/{applicationId}/on-site/report',
    idea: 'review',
    summary: { zh: '现场评审报告', en: 'The on-site report, in full' },
    articles: ['A19'],
    who: ['office', 'auditor', 'assessor'],
    params: applicationId,
    answer: report.unwrap().extend({
      applicationId: z.string(),
      applicantAnswer: applicantAnswer,
      evidence: z.array(report.unwrap().shape.evidence.element.pick({ documentId: true, sha256: true })),
    }),
  }),
} as const;
