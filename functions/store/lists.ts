import type { Document } from '#domain/document/document';
import type { CycleList, ListKind } from '#domain/list/list';
import { cycleList } from '#domain/list/list';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { documents } from './documents.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { used } from './resolutions.ts';
import { saveTogether } from './save.ts';
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
    /**
     * Saves a government decision and where its signed paper lies from now on; each certificate's number is claimed in
     * the same transaction, so none is given twice.
     * `earlier` is how many decisions of the cycle were seen before: entered twice at once, the second looks again.
     */
    async decide(outcome: Outcome<CycleList>, signed: Outcome<Document>, earlier: number): Promise<CycleList> {
      const { cycleId, listId, entries } = outcome.next;
      const claim = (pk: string, sk: string, type: string) =>
        ({ key: { pk, sk }, put: { type, holder: listId }, mustBeFree: 'record.changed' }) as const;
      const numbers = entries.flatMap((e) => e.certificateNumber ?? []);
      const list = store.part(outcome);
      await saveTogether(
        table,
        [list, documents(table).part(signed)],
        [
          claim(`CYCLE#${cycleId}#DECISIONS`, String(earlier + 1).padStart(4, '0'), 'decisionNumber'),
          ...numbers.map((number) => claim(`CERTIFICATE#${number}`, 'META', 'certificate')),
        ],
      );
      return list.next;
    },
    /** Saves a reopened vote; its resolution serves no other. */
    reopen: (outcome: Outcome<CycleList>, resolutionId: string) =>
      store.save(outcome, [used(resolutionId, outcome.next.listId)]),
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, `CYCLE#${cycleId}#LISTS`, page),
    /** All lists of a kind in a cycle, the oldest first. */
    ofKind: (cycleId: string, kind: ListKind) =>
      store.all(indexes.byList, `CYCLE#${cycleId}#LISTS`, { prefix: `${kind}#` }),
  };
};
