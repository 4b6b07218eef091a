import * as z from 'zod';
import { newAmendment } from '#domain/cycle/amend';
import { cycleView } from '#domain/cycle/cycle';
import { newCycle, seesPreparations } from '#domain/cycle/draft';
import { newPublication } from '#domain/cycle/publication';
import { pageOf, pageQuery, route } from '../route.ts';
import { cycleDocumentRoutes } from './document-routes.ts';

const programmeId = z.object({ programmeId: z.string() });
const cycleId = z.object({ cycleId: z.string() });

const draftView = cycleView.extend({
  missing: z.array(z.object({ field: z.string(), article: z.string(), zh: z.string(), en: z.string() })),
});

/** Cycles: from the draft to the archive. */
export const cycleRoutes = {
  draftCycle: route({
    method: 'POST',
    path: '/programmes/{programmeId}/cycles',
    idea: 'cycle',
    summary: { zh: '拟定一届评审', en: 'Prepare a cycle' },
    articles: ['A1', 'A3', 'A5', 'A11'],
    who: ['office'],
    params: programmeId,
    body: newCycle,
    answer: cycleView,
    status: 201,
  }),
  changeDraft: route({
    method: 'PUT',
    path: '/cycles/{cycleId}',
    idea: 'cycle',
    summary: { zh: '修改尚未公告的一届', en: 'Change a cycle that is not announced yet' },
    articles: ['A3', 'A5'],
    who: ['office'],
    params: cycleId,
    body: newCycle,
    answer: cycleView,
  }),
  listDrafts: route({
    method: 'GET',
    path: '/programmes/{programmeId}/cycle-drafts',
    idea: 'cycle',
    summary: { zh: '尚未公告的各届', en: 'The cycles that are not announced yet' },
    who: seesPreparations,
    params: programmeId,
    query: pageQuery,
    answer: pageOf(cycleView),
  }),
  showDraft: route({
    method: 'GET',
    path: '/cycles/{cycleId}/draft',
    idea: 'cycle',
    summary: { zh: '尚未公告的一届,及公告前尚缺的内容', en: 'A cycle not announced yet, and what it still lacks' },
    articles: ['A15'],
    who: seesPreparations,
    params: cycleId,
    answer: draftView,
  }),
  announceCycle: route({
    method: 'POST',
    path: '/cycles/{cycleId}/announcement',
    idea: 'cycle',
    summary: { zh: '发布公告和通知', en: 'Publish the announcement and the circular' },
    articles: ['A15'],
    who: ['office'],
    params: cycleId,
    body: z.object({ announcement: newPublication, circular: newPublication }),
    answer: cycleView,
  }),
  amendCycle: route({
    method: 'POST',
    path: '/cycles/{cycleId}/amendments',
    idea: 'cycle',
    summary: {
      zh: '依据评审委决定变更已公告的一届,并发布变更公告',
      en: 'Change an announced cycle by a committee resolution, and publish the amendment',
    },
    articles: ['A8', 'A15'],
    who: ['office'],
    params: cycleId,
    body: newAmendment,
    answer: cycleView,
    status: 201,
  }),
  completeCycle: route({
    method: 'POST',
    path: '/cycles/{cycleId}/completion',
    idea: 'cycle',
    summary: { zh: '办结一届评审', en: 'Record that a cycle has come to its end' },
    articles: ['A4', 'A22'],
    who: ['office'],
    params: cycleId,
    answer: cycleView,
  }),
  archiveCycle: route({
    method: 'POST',
    path: '/cycles/{cycleId}/archiving',
    idea: 'cycle',
    summary: { zh: '归档一届评审', en: 'Archive a completed cycle' },
    articles: ['A29'],
    who: ['office'],
    params: cycleId,
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
  ...cycleDocumentRoutes,
} as const;
