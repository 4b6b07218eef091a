import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Notice } from './notice.ts';

/** A page of applicants was looked at: so many go on the notice; the event lets the next page follow. */
export function gatherPage(
  of: Notice,
  page: { entries: number; cursor: string },
  circumstances: Circumstances,
): Outcome<Notice> {
  const { preparing } = of;
  const pages = preparing.pages + 1;
  const bundles = preparing.bundles + (page.entries > 0 ? 1 : 0);
  return decided(
    circumstances,
    {
      ...of,
      preparing: { ...preparing, pages, bundles, cursor: page.cursor },
      entryCount: of.entryCount + page.entries,
    },
    { type: 'noticePreparing', detail: { pages } },
  );
}

/** Nobody can be published: the notice never was, and the officer who ordered it is told. */
export const voidNotice = (of: Notice, circumstances: Circumstances): Outcome<Notice> =>
  decided(
    circumstances,
    { ...of, status: 'void' },
    { type: 'noticeVoid', detail: { by: of.preparing.by, title: of.title } },
  );

/** An operator lets a notice go on that stands still while it is put together. */
export const resumeNotice = (of: Notice, reason: string, circumstances: Circumstances): Outcome<Notice> =>
  decided(circumstances, of, { type: 'noticePreparing', detail: { pages: of.preparing.pages, reason } });
