import * as z from 'zod';
import { noticeEntry, publishedNotice } from '#domain/public-notice/notice';
import { pageOf, pageQuery, route } from '../route.ts';

const noticeId = z.object({ noticeId: z.string() });

/** What the public reads of a notice beside its names. */
export const publicNotice = publishedNotice
  .pick({
    noticeId: true,
    programmeId: true,
    cycleId: true,
    kind: true,
    title: true,
    publisher: true,
    status: true,
    publishedAt: true,
    firstDay: true,
    lastDay: true,
    endsAt: true,
    entryCount: true,
    superseded: true,
  })
  .extend({
    corrects: z.object({ noticeId: z.string(), reason: z.string() }).optional(),
    page: z.string().describe('The same to read and to print'),
  });

/** What anyone may read. */
export const publicNoticeRoutes = {
  listNotices: route({
    method: 'GET',
    path: '/notices',
    idea: 'notice',
    summary: { zh: '公示列表', en: 'The public notices of a programme' },
    articles: ['A16', 'A21'],
    who: 'public',
    query: pageQuery.extend({ programmeId: z.string() }),
    answer: pageOf(publicNotice),
  }),
  listCycleNotices: route({
    method: 'GET',
    path: '/cycles/{cycleId}/notices',
    idea: 'notice',
    summary: { zh: '本届公示', en: 'The public notices of a cycle' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: z.object({ cycleId: z.string() }),
    answer: z.object({ items: z.array(publicNotice) }),
  }),
  showNotice: route({
    method: 'GET',
    path: '/notices/{noticeId}',
    idea: 'notice',
    summary: { zh: '公示', en: 'A public notice: up to 500 names a page' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: noticeId,
    query: z.object({ from: z.coerce.number().int().min(0).max(100_000).default(0).describe('The page, from 0') }),
    answer: publicNotice.extend({
      entries: z.array(noticeEntry),
      nextFrom: z.int().optional().describe('Of the next page, if there is one'),
    }),
  }),
  showNoticePage: route({
    method: 'GET',
    path: '/notices/{noticeId}/page',
    idea: 'notice',
    summary: { zh: '公示网页', en: 'A public notice to read and to print' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: noticeId,
    query: z.object({ from: z.coerce.number().int().min(0).max(100_000).default(0) }),
    answer: z.string(),
    raw: true,
  }),
} as const;
