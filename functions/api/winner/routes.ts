import * as z from 'zod';
import { winnerView } from '#domain/approval/winner';
import { newWinnerEntry, supportMeasureView, winnerEntryView } from '#domain/winner/entry';
import { pageOf, pageQuery, route } from '../route.ts';

const certificateNumber = z.object({ certificateNumber: z.string().max(60) });

/** What is done for winners: recommendation to higher awards, support, promotion (A23, A24). */
export const winnerRoutes = {
  showWinner: route({
    method: 'GET',
    path: '/winners/{certificateNumber}',
    idea: 'winner',
    summary: { zh: '获奖者:扶持措施、经验案例', en: 'A winner, with its support measures and case pages' },
    articles: ['A24', 'A26'],
    who: 'public',
    params: certificateNumber,
    answer: winnerView.extend({
      priority: z.boolean().describe('Recommended to provincial and national awards before others'),
      supportMeasures: z.array(supportMeasureView),
    }),
  }),
  recordWinnerEntry: route({
    method: 'POST',
    path: '/winners/{certificateNumber}/entries',
    idea: 'winner',
    summary: {
      zh: '登记优先推荐(评审办)、扶持措施、推广(推荐单位)',
      en: 'Record a priority recommendation (office), a support measure, a promotion (recommending body)',
    },
    articles: ['A23', 'A24'],
    who: ['office', 'recommendingBody'],
    params: certificateNumber,
    body: newWinnerEntry,
    answer: winnerEntryView,
    status: 201,
  }),
  annulWinnerEntry: route({
    method: 'POST',
    path: '/winner-entries/{entryId}/annulment',
    idea: 'winner',
    summary: { zh: '作废一条登记(保留可查)', en: 'Annul an entry; it stays readable' },
    articles: ['A23', 'A24'],
    who: ['office', 'recommendingBody'],
    params: z.object({ entryId: z.string() }),
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: winnerEntryView,
  }),
  listWinnerEntries: route({
    method: 'GET',
    path: '/winners/{certificateNumber}/entries',
    idea: 'winner',
    summary: {
      zh: '获奖者的推荐、扶持、推广记录:评审办、审计、所属推荐单位和获奖者本身',
      en: 'The entries about a winner, for office, auditor, its recommending body and itself',
    },
    articles: ['A23', 'A24'],
    who: 'registered',
    params: certificateNumber,
    query: pageQuery,
    answer: pageOf(winnerEntryView),
  }),
  exportWinners: route({
    method: 'GET',
    path: '/programmes/{programmeId}/priority-winners',
    idea: 'winner',
    summary: {
      zh: '导出可优先推荐的获奖者(Excel)',
      en: 'The standing winners, for priority recommendation, as an Excel workbook',
    },
    articles: ['A24'],
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    answer: z.string(),
    raw: true,
  }),
} as const;
