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

/** A published notice: names and, for individuals, the employer; nothing else. Frozen on publication. */
export const notice = z.object({
  ...recordHead,
  noticeId: z.string(),
  cycleId: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  publishedAt: z.iso.datetime(),
  lastDay: z.iso.date().describe('The period ends at 24:00 of this day, Asia/Shanghai'),
  endsAt: z.iso.datetime(),
  entries: z.array(noticeEntry),
});
export type Notice = z.infer<typeof notice>;

/** On the application: the notice it stands in. */
export const noticeMark = z.object({ noticeId: z.string(), endsAt: z.iso.datetime() });
