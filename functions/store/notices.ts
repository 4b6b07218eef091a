import type { Publication } from '#domain/public-notice/publish';
import type { Notice, PublishedNotice } from '#domain/public-notice/notice';
import { notice, publishedNotice } from '#domain/public-notice/notice';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { indexes } from '#functions/names';
import { lists } from './lists.ts';
import { noticeEntries } from './notice-entries.ts';
import type { Page, PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { IndexKeys, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#NOTICES`;
const cyclePartition = (cycleId: string) => `CYCLE#${cycleId}#NOTICES`;

/** The public finds what is published; the office finds all of a cycle. */
const keys = (n: Notice): IndexKeys => ({
  partyPk: cyclePartition(n.cycleId),
  partySk: `${n.kind}#${n.noticeId}`,
  ...(n.publishedAt && { listPk: partition(n.programmeId), listSk: `${n.publishedAt}#${n.noticeId}` }),
});

/** Public notices. The names lie beside them in bundles. */
export const notices = (table: Table) => {
  const store = records(
    table,
    {
      type: 'notice',
      id: (n) => n.noticeId,
      key: (id) => ({ pk: `NOTICE#${id}`, sk: 'META' }),
      indexes: keys,
    },
    notice,
  );
  return {
    ...store,
    entries: noticeEntries(table),
    /** A notice that the public may read. Throws `Refused` record.not-found. */
    async published(noticeId: string): Promise<PublishedNotice> {
      const { success, data } = publishedNotice.safeParse(await store.find(noticeId));
      if (!success) throw new Refused('record.not-found', { record: 'notice' });
      return data;
    },
    /**
     * Saves the order of a notice. `earlier` is how many of its kind there were before: when another was ordered
     * meanwhile the number is taken, and nobody is published twice.
     */
    order: (outcome: Outcome<Notice>, earlier: number) => {
      const { cycleId, kind, noticeId } = outcome.next;
      const number = {
        key: { pk: `CYCLE#${cycleId}#NOTICES#${kind}`, sk: String(earlier + 1).padStart(4, '0') },
        put: { type: 'noticeNumber', holder: noticeId },
        mustBeFree: 'notice.under-way',
      } as const;
      return store.save(outcome, [number]);
    },
    /** Saves a notice that is whole, the list that carries it, and the notice it supersedes: all or nothing. */
    publish: ({ notice: published, list, superseded }: Publication) =>
      saveTogether(table, [
        store.part(published),
        lists(table).part(list),
        ...(superseded ? [store.part(superseded)] : []),
      ]),
    /** The published notices of a programme, the newest first. */
    ofProgramme: (programmeId: string, page: PageRequest): Promise<Page<Notice>> =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
    /** All notices of a cycle, in any state, of one kind when given. */
    ofCycle: (cycleId: string, kind?: Notice['kind']): AsyncGenerator<Notice> =>
      store.all(indexes.byParty, cyclePartition(cycleId), kind ? { prefix: `${kind}#` } : {}),
  };
};
