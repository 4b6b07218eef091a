import type { ListKind } from '#domain/list/list';
import { cycleList } from '#domain/list/list';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

/** Cycle-wide decisions. */
export const lists = (table: Table) => {
  const store = records(
    table,
    {
      type: 'list',
      id: (l) => l.listId,
      key: (id) => ({ pk: `LIST#${id}`, sk: 'META' }),
      indexes: (l) => ({ listPk: `CYCLE#${l.cycleId}#LISTS`, listSk: `${l.kind}#${l.at}` }),
    },
    cycleList,
  );
  return {
    ...store,
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, `CYCLE#${cycleId}#LISTS`, page),
    /** All lists of a kind in a cycle, the oldest first. */
    ofKind: (cycleId: string, kind: ListKind) =>
      store.all(indexes.byList, `CYCLE#${cycleId}#LISTS`, { prefix: `${kind}#` }),
  };
};
