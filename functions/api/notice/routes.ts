import * as z from 'zod';
import { notice, noticeKinds } from '#domain/public-notice/notice';
import { objection, objectionDecision, objectionText } from '#domain/public-notice/objection';
import { pageOf, pageQuery, route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });
const noticeId = z.object({ noticeId: z.string() });

/** What the public reads. */
const publicNotice = notice.omit({ version: true, chain: true });
const noticeLine = publicNotice.omit({ entries: true });

/** What the office and the auditors see of an objection, the objector included; nobody else ever does. */
const objectionView = objection.omit({ version: true, chain: true });

/** Public notices and objections to them. */
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
  fileObjection: route({
    method: 'POST',
    path: '/notices/{noticeId}/objections',
    idea: 'notice',
    summary: { zh: '提出异议或线索', en: 'Object to a notice, or leave a lead' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: noticeId,
    body: objectionText,
    answer: z.object({
      receiptNumber: z.string(),
      receivedAt: z.iso.datetime(),
      treatedAs: z.enum(['objection', 'lead']),
      leadBecause: objection.shape.leadBecause,
    }),
    status: 201,
  }),
  listObjections: route({
    method: 'GET',
    path: '/cycles/{cycleId}/objections',
    idea: 'notice',
    summary: { zh: '异议与线索', en: 'Objections and leads' },
    articles: ['A16', 'A21'],
    who: ['office', 'auditor'],
    params: cycleId,
    query: pageQuery,
    answer: pageOf(objectionView),
  }),
  decideObjection: route({
    method: 'POST',
    path: '/objections/{objectionId}/decision',
    idea: 'notice',
    summary: { zh: '异议核实决定', en: 'Decide an objection' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: z.object({ objectionId: z.string() }),
    body: objectionDecision,
    answer: objectionView,
  }),
} as const;
