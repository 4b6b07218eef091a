import * as z from 'zod';
import { cultivationView, newCultivation } from '#domain/cultivation/cultivation';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });

/** Cultivation: what recommending bodies do for the organisations of their jurisdiction, before any application. */
export const cultivationRoutes = {
  recordCultivation: route({
    method: 'POST',
    path: '/programmes/{programmeId}/cultivations',
    idea: 'cultivation',
    summary: { zh: '登记培育工作', en: 'Record a cultivation' },
    articles: ['A10'],
    who: ['recommendingBody'],
    params: programmeId,
    body: newCultivation,
    answer: cultivationView,
    status: 201,
  }),
  annulCultivation: route({
    method: 'POST',
    path: '/cultivations/{cultivationId}/annulment',
    idea: 'cultivation',
    summary: { zh: '作废一条登记(保留可查)', en: 'Annul a record; it stays readable' },
    articles: ['A10'],
    who: ['recommendingBody'],
    params: z.object({ cultivationId: z.string() }),
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: cultivationView,
  }),
  listCultivations: route({
    method: 'GET',
    path: '/programmes/{programmeId}/cultivations',
    idea: 'cultivation',
    summary: {
      zh: '培育记录:评审办、审计看全部,推荐单位看本辖区',
      en: 'Cultivation records: all for the office and auditors, their own for recommending bodies',
    },
    articles: ['A10'],
    who: ['office', 'auditor', 'recommendingBody'],
    params: programmeId,
    query: pageQuery.extend({ jurisdiction: z.string().max(100).optional() }),
    answer: pageOf(cultivationView),
  }),
} as const;
