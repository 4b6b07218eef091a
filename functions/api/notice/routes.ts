import * as z from 'zod';
import { notice, noticeKinds } from '#domain/public-notice/notice';
import { pageOf, pageQuery, route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });
const noticeId = z.object({ noticeId: z.string() });

/** What the public reads. */
const publicNotice = notice.omit({ version: true, chain: true });
const noticeLine = publicNotice.omit({ entries: true });

/** Public notices. */
export const noticeRoutes = {
  previewNotice: route({
    method: 'GET',
    path: '/cycles/{cycleId}/notices/preview',
    idea: 'notice',
    summary: { zh: '预览公示', en: 'The notice as it would be published now' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: cycleId,
    query: z.object({ kind: z.enum(noticeKinds) }),
    answer: notice.pick({ kind: true, lastDay: true, endsAt: true, entries: true }),
  }),
  publishNotice: route({
    method: 'POST',
    path: '/cycles/{cycleId}/notices',
    idea: 'notice',
    summary: { zh: '发布公示', en: 'Publish a public notice' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: cycleId,
    body: z.object({ kind: z.enum(noticeKinds), title: z.string().trim().min(1).max(200) }),
    answer: publicNotice,
    status: 201,
  }),
  listNotices: route({
    method: 'GET',
    path: '/notices',
    idea: 'notice',
    summary: { zh: '公示列表', en: 'The public notices of a programme' },
    articles: ['A16', 'A21'],
    who: 'public',
    query: pageQuery.extend({ programmeId: z.string() }),
    answer: pageOf(noticeLine),
  }),
  showNotice: route({
    method: 'GET',
    path: '/notices/{noticeId}',
    idea: 'notice',
    summary: { zh: '公示', en: 'A public notice' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: noticeId,
    answer: publicNotice,
  }),
} as const;
