import * as z from 'zod';
import { dutyStatuses } from '#domain/post-award/duty';
import { pageOf, pageQuery, route } from '../route.ts';
import { reportRoutes } from './report-routes.ts';
import { dutyView, ownDutyView } from './views.ts';

/** What is owed after an award, and the yearly reports. */
export const postAwardRoutes = {
  ...reportRoutes,
  listMyDuties: route({
    method: 'GET',
    path: '/me/duties',
    idea: 'post-award',
    summary: { zh: '我的年度事项', en: 'My yearly duties' },
    articles: ['A26'],
    who: 'registered',
    query: pageQuery,
    answer: pageOf(ownDutyView),
  }),
  listDuties: route({
    method: 'GET',
    path: '/programmes/{programmeId}/duties',
    idea: 'post-award',
    summary: { zh: '年度自评报告、巡查和整改事项', en: 'Annual reports, inspections and rectifications' },
    articles: ['A26', 'A28'],
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery.extend({ status: z.enum(dutyStatuses).optional() }),
    answer: pageOf(dutyView),
  }),
} as const;
