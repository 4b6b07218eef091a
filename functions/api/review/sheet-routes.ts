import * as z from 'zod';
import { application } from '#domain/application/application';
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
    body: z.object({ items: z.array(sheetItem).max(100) }),
    answer: sheet,
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
