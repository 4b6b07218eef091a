import * as z from 'zod';
import { application } from '#domain/application/application';
import { pageOf, pageQuery, route } from '../route.ts';

/** What a recommending body may know of an applicant of its own jurisdiction. */
const recommendable = application
  .pick({ applicationId: true, kind: true, code: true, stage: true })
  .extend({ name: z.string(), recommendedAt: z.iso.datetime().optional() });

/** Recommendations: each by the body whose jurisdiction the applicant belongs to. */
export const recommendationRoutes = {
  listRecommendable: route({
    method: 'GET',
    path: '/recommendations/applications',
    idea: 'recommendation',
    summary: { zh: '本辖区、本行业的申报', en: 'The applications of my own jurisdiction' },
    articles: ['A10'],
    who: ['recommendingBody'],
    query: pageQuery.extend({
      cycleId: z.string(),
      jurisdiction: z.string().max(100).optional().describe('Needed only by a body with several'),
    }),
    answer: pageOf(recommendable),
  }),
  showRecommendable: route({
    method: 'GET',
    path: '/recommendations/applications/{applicationId}',
    idea: 'recommendation',
    summary: { zh: '查看本辖区、本行业的一份申报', en: 'One applicant of my own jurisdiction' },
    articles: ['A10'],
    who: ['recommendingBody'],
    params: z.object({ applicationId: z.string() }),
    answer: recommendable.extend({
      endsAt: z.iso.datetime().describe('Until when the opinion can be given; excluded'),
      registeredOn: z.iso.date().optional(),
      address: z.string().optional(),
      employer: z.string().optional(),
      opinion: z.string().optional(),
      documentId: z.string().optional(),
    }),
  }),
  recommend: route({
    method: 'POST',
    path: '/applications/{applicationId}/recommendation',
    idea: 'recommendation',
    summary: { zh: '出具推荐意见', en: 'Give the recommendation' },
    articles: ['A10'],
    who: ['recommendingBody'],
    params: z.object({ applicationId: z.string() }),
    body: z.object({
      opinion: z.string().trim().min(1).max(2000),
      documentId: z.string().describe('The signed opinion, a PDF that the recommending body itself uploaded'),
    }),
    answer: recommendable,
  }),
} as const;
