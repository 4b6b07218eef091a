import { publishedNotice } from '#domain/public-notice/notice';
import type { Notice, PublishedNotice } from '#domain/public-notice/notice';

const bundlesAPage = 10;

/** What the public reads of a notice, with the address of its page. */
export const asPublic = (of: PublishedNotice) => ({ ...of, page: `/api/notices/${of.noticeId}/page` });

/** Those of the notices that the public can read. */
export const publicOnes = (notices: readonly Notice[]) =>
  notices.flatMap((n) => publishedNotice.safeParse(n).data ?? []).map(asPublic);

/** The bundles of a page, and which page follows. */
export const pageBundles = ({ preparing }: PublishedNotice, page: number) => ({
  from: page * bundlesAPage,
  count: bundlesAPage,
  next: (page + 1) * bundlesAPage < preparing.bundles ? page + 1 : undefined,
});
