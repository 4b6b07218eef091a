import * as z from 'zod';
import { application } from '#domain/application/application';
import { consensus } from '#domain/review/consensus';
import { review, sheetItem } from '#domain/review/review';
import { pageOf, pageQuery, route } from '../route.ts';

const reviewId = z.object({ reviewId: z.string() });

/** A sheet as its assessor sees it, and the leader and the office once it is handed in. */
const sheet = review.pick({
  reviewId: true,
  applicationId: true,
  cycleId: true,
  assessorId: true,
  kind: true,
  items: true,
  status: true,
  handedInAt: true,
  round: true,
  returned: true,
  voided: true,
});

/** Independent review: every assessor's own sheet. */
export const sheetRoutes = {
  listMyReviews: route({
    method: 'GET',
    path: '/reviews',
    idea: 'review',
    summary: { zh: '我的评审任务', en: 'My reviews' },
    articles: ['A17'],
    who: ['assessor'],
    query: pageQuery,
    answer: pageOf(
      review.pick({ reviewId: true, applicationId: true, cycleId: true, status: true }).extend({
        pledged: z.boolean().describe('Whether the pledge of the cycle is signed; the rest opens with it'),
        name: z.string().optional(),
        code: application.shape.code,
        kind: application.shape.kind.optional(),
        stage: application.shape.stage.optional(),
      }),
    ),
  }),
  showReview: route({
    method: 'GET',
    path: '/reviews/{reviewId}',
    idea: 'review',
    summary: { zh: '查看评审表', en: 'A review sheet' },
    articles: ['A17'],
    who: ['assessor', 'office', 'auditor'],
    params: reviewId,
    answer: sheet,
  }),
  saveReview: route({
    method: 'PUT',
    path: '/reviews/{reviewId}',
    idea: 'review',
    summary: { zh: '保存评审表', en: 'Save a review sheet' },
    articles: ['A17'],
    who: ['assessor'],
    params: reviewId,
    body: z.object({ items: z.array(sheetItem.omit({ revision: true })).max(100) }),
    answer: sheet,
  }),
  saveReviewItem: route({
    method: 'PUT',
    path: '/reviews/{reviewId}/items/{code}',
    idea: 'review',
    summary: { zh: '保存评审表的一个条款(自动保存)', en: 'Save one item of a review sheet, as one goes along' },
    articles: ['A17'],
    who: ['assessor'],
    params: reviewId.extend({ code: z.string().max(20) }),
    body: sheetItem.omit({ code: true }),
    answer: z.object({ reviewId: z.string(), item: sheetItem }),
  }),
  returnReview: route({
    method: 'POST',
    path: '/reviews/{reviewId}/return',
    idea: 'review',
    summary: {
      zh: '组长退回评审表(说明理由,原表留存)',
      en: 'The leader returns a sheet, with a reason; it is kept as it was',
    },
    articles: ['A17'],
    who: ['assessor'],
    params: reviewId,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: sheet.pick({ reviewId: true, returned: true }),
  }),
  showConsensus: route({
    method: 'GET',
    path: '/applications/{applicationId}/consensus',
    idea: 'review',
    summary: {
      zh: '合议准备:各条款评分差异(不含姓名)',
      en: 'The sheets side by side, without names: where the panel must agree',
    },
    articles: ['A17'],
    who: ['assessor', 'office', 'auditor'],
    params: application.pick({ applicationId: true }),
    answer: consensus,
  }),
  handInReview: route({
    method: 'POST',
    path: '/reviews/{reviewId}/hand-in',
    idea: 'review',
    summary: { zh: '提交评审表(提交后不可修改)', en: 'Hand a review sheet in, for good' },
    articles: ['A17'],
    who: ['assessor'],
    params: reviewId,
    answer: sheet,
  }),
} as const;
