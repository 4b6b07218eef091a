import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { noticeKinds } from './notice.ts';

/**
 * A correction of a notice that stands as it was published: who was on it and left it before its end, and why. The
 * period of the others goes on.
 */
export const noticeRemoval = z.object({
  ...recordHead,
  removalId: z.string(),
  noticeId: z.string(),
  applicationId: z.string(),
  name: z.string(),
  article: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type NoticeRemoval = z.infer<typeof noticeRemoval>;

/** What the public reads of a removal. */
export const removalView = noticeRemoval.pick({ noticeId: true, name: true, article: true, reason: true, at: true });

/** The corrections of the notices in which an ended application stands and that are still running; each once. */
export const removalsOf = (of: Application, circumstances: Circumstances): Outcome<NoticeRemoval>[] =>
  noticeKinds.flatMap((kind) => {
    const mark = of.notices[kind];
    if (!mark || !of.ended || of.ended.at >= mark.endsAt) return [];
    const { noticeId } = mark;
    const { applicationId } = of;
    const { article, reason, at } = of.ended;
    const removalId = `${noticeId}~${applicationId}`;
    return [
      decided<NoticeRemoval>(
        circumstances,
        {
          ...newHead(of.programmeId),
          ...{ removalId, noticeId, applicationId, name: nameOf(of), article, reason, at },
        },
        { type: 'noticeCorrected', detail: { noticeId, applicationId, article } },
      ),
    ];
  });
