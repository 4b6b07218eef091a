import * as z from 'zod';
import { recordHead } from '../record.ts';

/** The two public notices: of those who passed the eligibility review (A16), of the proposed winners (A21). */
export const noticeKinds = ['EligibilityNotice', 'AwardNotice'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What the public reads of one applicant: the name and, of an individual, the employer. */
export const noticeEntry = z.object({
  applicationId: z.string(),
  name: z.string(),
  employer: z.string().optional(),
  kind: z.enum(['organisation', 'individual']),
  award: z.enum(['qualityAward', 'nominationAward']).optional(),
});
export type NoticeEntry = z.infer<typeof noticeEntry>;

/** How an applicant is written on a corrected notice, where the notice before had it wrong. */
export const correctedName = z.object({
  applicationId: z.string(),
  name: z.string().trim().min(1).max(100),
  employer: z.string().trim().min(1).max(100).optional(),
});

/** When a notice runs: publication day is not counted, it ends at 24:00 of the last day, Asia/Shanghai (D2). */
const period = {
  publishedAt: z.iso.datetime(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  endsAt: z.iso.datetime(),
};

/**
 * A notice: names and, for individuals, the employer; nothing else. It is put together bundle by bundle, is public from
 * the moment it is whole, and frozen from then on; one with an error is superseded by another with a period of its own.
 */
export const notice = z.object({
  ...recordHead,
  noticeId: z.string(),
  cycleId: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  publisher: z.object({ zh: z.string(), en: z.string() }).describe('The office, in whose name it is published'),
  status: z.enum(['preparing', 'published', 'superseded', 'void']),
  preparing: z
    .object({ by: z.string(), at: z.iso.datetime(), pages: z.int(), bundles: z.int(), cursor: z.string().optional() })
    .describe('How far it is put together'),
  listId: z.string().describe('The list that carries it to the applications'),
  entryCount: z.int(),
  publishedAt: period.publishedAt.optional(),
  firstDay: period.firstDay.optional(),
  lastDay: period.lastDay.optional(),
  endsAt: period.endsAt.optional(),
  corrects: z
    .object({ noticeId: z.string(), reason: z.string(), names: z.array(correctedName) })
    .optional()
    .describe('The notice that this one takes the place of, and why'),
  superseded: z
    .object({ by: z.string(), reason: z.string(), at: z.iso.datetime() })
    .optional()
    .describe('By which notice, and why'),
});
export type Notice = z.infer<typeof notice>;

/** A notice that the public can read. */
export const publishedNotice = notice.extend({ ...period, status: z.enum(['published', 'superseded']) });
export type PublishedNotice = z.infer<typeof publishedNotice>;

/** On the application: the notice it stands in, and the one before that it corrects. */
export const noticeMark = z.object({
  noticeId: z.string(),
  endsAt: z.iso.datetime(),
  corrects: z.string().optional(),
});
