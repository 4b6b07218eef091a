import * as z from 'zod';
import { application } from '#domain/application/application';
import { correctedName, notice, noticeEntry, noticeKinds } from '#domain/public-notice/notice';
import type { Absence } from '#domain/public-notice/standing';
import { absences } from '#domain/public-notice/standing';
import { pageQuery, route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });
const noticeId = z.object({ noticeId: z.string() });
const title = z.string().trim().min(1).max(200);

/** A notice that is being put together; it is read under its id as soon as it is published. */
const orderedNotice = notice.pick({
  noticeId: true,
  cycleId: true,
  kind: true,
  title: true,
  status: true,
  listId: true,
});

/** What the office does. */
export const officeNoticeRoutes = {
  previewNotice: route({
    method: 'GET',
    path: '/cycles/{cycleId}/notices/preview',
    idea: 'notice',
    summary: { zh: '预览公示', en: 'The notice as it would be published now: who is in, who is not and why' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: cycleId,
    query: pageQuery.extend({ kind: z.enum(noticeKinds) }),
    answer: z.object({
      kind: z.enum(noticeKinds),
      firstDay: z.iso.date(),
      lastDay: z.iso.date(),
      endsAt: z.iso.datetime(),
      entries: z.array(noticeEntry),
      out: z.array(
        application.pick({ applicationId: true, code: true, kind: true, stage: true }).extend({
          name: z.string(),
          because: z.enum(Object.keys(absences) as [Absence, ...Absence[]]),
          reason: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
      cursor: z.string().optional().describe('Give it back to look at the next applications'),
    }),
  }),
  publishNotice: route({
    method: 'POST',
    path: '/cycles/{cycleId}/notices',
    idea: 'notice',
    summary: { zh: '发布公示', en: 'Have a public notice put together and published' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: cycleId,
    body: z.object({ kind: z.enum(noticeKinds), title }),
    answer: orderedNotice,
    status: 202,
  }),
  correctNotice: route({
    method: 'POST',
    path: '/notices/{noticeId}/correction',
    idea: 'notice',
    summary: {
      zh: '更正公示(重新计算公示期)',
      en: 'Correct a running notice by another with a full period of its own',
    },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: noticeId,
    body: z.object({
      title,
      reason: z.string().trim().min(1).max(500).describe('The public reads it on the old notice'),
      names: z.array(correctedName).max(100).default([]).describe('Names that were wrong, as they should be'),
    }),
    answer: orderedNotice,
    status: 202,
  }),
} as const;
