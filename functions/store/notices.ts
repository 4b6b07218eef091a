import type { Publication } from '#domain/public-notice/publish';
import { notice } from '#domain/public-notice/notice';
import { indexes } from '#functions/names';
import { lists } from './lists.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#NOTICES`;

/** Public notices. */
export const notices = (table: Table) => {
  const store = records(
    table,
    {
      type: 'notice',
      id: (n) => n.noticeId,
      key: (id) => ({ pk: `NOTICE#${id}`, sk: 'META' }),
      indexes: (n) => ({ listPk: partition(n.programmeId), listSk: `${n.publishedAt}#${n.noticeId}` }),
    },
    notice,
  );
  return {
    ...store,
    /**
     * Saves a notice and the list that carries it to the applications. `earlier` is how many of its kind the office
     * saw before: when another came meanwhile the number is taken, and nobody is published twice.
     */
    publish: (of: Publication, earlier: number, answer: unknown) => {
      const { cycleId, kind, noticeId } = of.notice.next;
      const number = {
        key: { pk: `CYCLE#${cycleId}#NOTICES#${kind}`, sk: String(earlier + 1).padStart(4, '0') },
        put: { type: 'noticeNumber', holder: noticeId },
        mustBeFree: 'notice.published-meanwhile',
      } as const;
      return saveTogether(table, [store.part(of.notice), lists(table).part(of.list)], [number], answer);
    },
    /** The notices of a programme, the newest first. */
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
