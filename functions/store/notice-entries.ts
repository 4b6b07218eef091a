import type { NoticeEntry } from '#domain/public-notice/notice';
import { noticeEntry } from '#domain/public-notice/notice';
import { bundles } from './bundles.ts';
import type { Table } from './table.ts';

const partition = (noticeId: string) => `NOTICE#${noticeId}#ENTRIES`;

/** The names of a notice, in bundles beside it. */
export const noticeEntries = (table: Table) => {
  const stored = bundles(table);
  const range = async function* (noticeId: string, from?: number, count?: number) {
    for await (const bundle of stored.range(partition(noticeId), from, count)) yield* noticeEntry.array().parse(bundle);
  };
  return {
    write: (noticeId: string, n: number, entries: readonly NoticeEntry[]) =>
      stored.write(partition(noticeId), entries, n),
    /** The entries of so many bundles from one on. */
    range,
    all: (noticeId: string): Promise<NoticeEntry[]> => Array.fromAsync(range(noticeId)),
    /** Whether the notice names the applicant. */
    async names(noticeId: string, applicationId: string): Promise<boolean> {
      for await (const entry of range(noticeId)) if (entry.applicationId === applicationId) return true;
      return false;
    },
  };
};
