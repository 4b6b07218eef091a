import * as z from 'zod';
import { newCycle } from '#domain/cycle/announce';
import { cycleView, publication } from '#domain/cycle/cycle';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });
const cycleId = z.object({ cycleId: z.string() });

/** Cycles: preparation and announcement. */
export const cycleRoutes = {
  draftCycle: route({
    method: 'POST',
    path: '/programmes/{programmeId}/cycles',
    idea: 'cycle',
    summary: { zh: '拟定一届评审', en: 'Prepare a cycle' },
    articles: ['A3', 'A5'],
    who: ['office'],
    params: programmeId,
    body: newCycle,
    answer: cycleView,
    status: 201,
  }),
  announceCycle: route({
    method: 'POST',
    path: '/cycles/{cycleId}/announcement',
    idea: 'cycle',
    summary: { zh: '发布公告和通知', en: 'Publish the announcement and the circular' },
    articles: ['A15'],
    who: ['office'],
    params: cycleId,
    body: z.object({ announcement: publication, circular: publication }),
    answer: cycleView,
  }),
  listCycles: route({
    method: 'GET',
    path: '/programmes/{programmeId}/cycles',
    idea: 'cycle',
    summary: { zh: '历届评审', en: 'The cycles of a programme' },
    who: 'public',
    params: programmeId,
    query: pageQuery,
    answer: pageOf(cycleView),
  }),
  showCycle: route({
    method: 'GET',
    path: '/cycles/{cycleId}',
    idea: 'cycle',
    summary: { zh: '一届评审:公告、通知、时间与设置', en: 'A cycle: announcement, circular, dates and settings' },
    articles: ['A15'],
    who: 'public',
    params: cycleId,
    answer: cycleView,
  }),
} as const;
