import type { NoticeRemoval } from '#domain/public-notice/removal';
import { noticeRemoval } from '#domain/public-notice/removal';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (noticeId: string) => `NOTICE#${noticeId}#REMOVALS`;

/** Who left a notice while it ran. */
export const noticeRemovals = (table: Table) => {
  const store = records<NoticeRemoval>(
    table,
    {
      type: 'noticeRemoval',
      id: (r) => r.removalId,
      key: (id) => ({ pk: `NOTICE-REMOVAL#${id}`, sk: 'META' }),
      indexes: (r) => ({ listPk: partition(r.noticeId), listSk: r.removalId }),
    },
    noticeRemoval,
  );
  return {
    ...store,
    of: (noticeId: string, page: PageRequest) => store.page(indexes.byList, partition(noticeId), page),
    /** All of a notice's. */
    allOf: (noticeId: string) => store.all(indexes.byList, partition(noticeId)),
  };
};
