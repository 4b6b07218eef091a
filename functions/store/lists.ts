import type { CycleList, ListKind } from '#domain/list/list';
import { cycleList } from '#domain/list/list';
import type { Outcome } from '#domain/record';
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
    /** Saves a government decision; each certificate's number is claimed in the same transaction, so none is given twice. */
    decide: (outcome: Outcome<CycleList>) =>
      store.save(
        outcome,
        outcome.next.entries.flatMap(({ certificateNumber, applicationId }) =>
          certificateNumber
            ? [
                {
                  key: { pk: `CERTIFICATE#${certificateNumber}`, sk: 'META' },
                  put: { type: 'certificate', holder: applicationId },
                  mustBeFree: 'record.changed' as const,
                },
              ]
            : [],
        ),
      ),
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, `CYCLE#${cycleId}#LISTS`, page),
    /** All lists of a kind in a cycle, the oldest first. */
    ofKind: (cycleId: string, kind: ListKind) =>
      store.all(indexes.byList, `CYCLE#${cycleId}#LISTS`, { prefix: `${kind}#` }),
  };
};
