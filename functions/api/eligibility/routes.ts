import * as z from 'zod';
import { application } from '#domain/application/application';
import { article } from '#domain/article';
import { correctionItem } from '#domain/eligibility/correction-item';
import { arithmeticCheck } from '#domain/eligibility/check';
import { finding, recordedFinding } from '#domain/eligibility/findings';
import { reviewSheetItem } from '#domain/eligibility/review-sheet';
import { selfCheckItem, selfDescription } from '#domain/eligibility/self-check';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const head = application.pick({ applicationId: true, code: true, stage: true, stageEnteredAt: true });
const reason = z.object({ reason: z.string().trim().min(1).max(2000) });
const decision = z.object({ confirmed: z.boolean(), reason: z.string().trim().min(1).max(2000) });
const refusal = head.extend({
  refusalProposal: application.shape.refusalProposal,
  ended: application.shape.ended,
});

/** The eligibility review: what arithmetic says, the one correction, the findings, the refusal. */
export const eligibilityRoutes = {
  selfCheck: route({
    method: 'POST',
    path: '/self-check',
    idea: 'eligibility',
    summary: {
      zh: '申报资格自测(无需登录,不保存任何内容)',
      en: 'Whether an applicant seems eligible; nothing of it is kept',
    },
    articles: ['A12', 'A13', 'A14'],
    who: 'public',
    body: selfDescription.extend({
      cycleId: z.string().max(100).optional().describe('By its rules and closing date; absent: the defaults, today'),
    }),
    answer: z.object({
      closing: z.iso.date(),
      result: selfCheckItem.shape.result,
      items: z.array(selfCheckItem),
    }),
    secret: true,
  }),
  checkEligibility: route({
    method: 'GET',
    path: '/applications/{applicationId}/eligibility-check',
    idea: 'eligibility',
    summary: { zh: '按填报数据计算的资格条件', en: 'What arithmetic says of the conditions' },
    articles: ['A12', 'A14'],
    who: ['office', 'auditor'],
    params: applicationId,
    answer: z.object({ items: z.array(arithmeticCheck) }),
  }),
  showEligibilityReview: route({
    method: 'GET',
    path: '/applications/{applicationId}/eligibility-review',
    idea: 'eligibility',
    summary: { zh: '资格审查表(逐项:申报、证明、计算、认定)', en: 'The review, item by item' },
    articles: ['A12', 'A13', 'A14', 'A16'],
    who: ['office', 'auditor'],
    params: applicationId,
    answer: z.object({ items: z.array(reviewSheetItem) }),
  }),
  requestCorrection: route({
    method: 'POST',
    path: '/applications/{applicationId}/correction-request',
    idea: 'eligibility',
    summary: { zh: '要求补正(一次)', en: 'Request the one correction' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    body: z.object({
      items: z
        .array(z.union([correctionItem.shape.what, correctionItem]))
        .min(1)
        .max(50),
    }),
    answer: head.extend({ correction: application.shape.correction }),
  }),
  endCorrection: route({
    method: 'POST',
    path: '/applications/{applicationId}/correction-request/end',
    idea: 'eligibility',
    summary: { zh: '补正逾期,按原材料继续审查', en: 'No correction in time: go on with what was handed in' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    answer: head.extend({ correction: application.shape.correction }),
  }),
  passEligibility: route({
    method: 'POST',
    path: '/applications/{applicationId}/eligibility',
    idea: 'eligibility',
    summary: { zh: '通过资格审查(逐条认定)', en: 'Pass the eligibility review, with a finding on every item' },
    articles: ['A12', 'A13', 'A14', 'A16'],
    who: ['office'],
    params: applicationId,
    body: z.object({ findings: z.array(finding).max(30).default([]).describe('Beside or instead of those recorded') }),
    answer: head.extend({ eligibility: application.shape.eligibility }),
  }),
  recordFinding: route({
    method: 'PUT',
    path: '/applications/{applicationId}/findings/{item}',
    idea: 'eligibility',
    summary: { zh: '逐项记录认定(审查过程中)', en: 'Record the finding on one item, as work in progress' },
    articles: ['A12', 'A13', 'A14', 'A16'],
    who: ['office'],
    params: applicationId.extend({ item: z.string().max(10) }),
    body: finding.omit({ item: true }),
    answer: head.extend({ findings: z.array(recordedFinding).optional() }),
  }),
  proposeRefusal: route({
    method: 'POST',
    path: '/applications/{applicationId}/refusal',
    idea: 'eligibility',
    summary: { zh: '提出不予受理意见(须另一人复核)', en: 'Propose to refuse; another officer decides' },
    articles: ['A12', 'A13', 'A14', 'A16'],
    who: ['office'],
    params: applicationId,
    body: reason.extend({
      article,
      falseIdentity: z
        .literal(true)
        .optional()
        .describe('Somebody else used the applicant’s name; once confirmed, the true one can still apply'),
    }),
    answer: refusal,
  }),
  decideRefusal: route({
    method: 'POST',
    path: '/applications/{applicationId}/refusal/decision',
    idea: 'eligibility',
    summary: { zh: '复核不予受理意见', en: 'Confirm or reject the proposed refusal, as another officer' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    body: decision,
    answer: refusal,
  }),
} as const;
