import type { CycleList, ListEntry, ListKind } from '#domain/list/list';
import { cycleList } from '#domain/list/list';
import { atTheStart } from '#domain/list/progress';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { listEntries } from './list-entries.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Part } from './save.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

/** Cycle-wide decisions. The list is one record, its entries lie beside it in bundles. */
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
  const entries = listEntries(table);
  const whole = async (of: CycleList): Promise<CycleList> => ({ ...of, entries: await entries.all(of.listId) });
  /** Writes the entries and gives back the list's part of the save that makes them count. */
  const prepared = async (outcome: Outcome<CycleList>): Promise<Part & { next: CycleList }> => {
    const { next } = outcome;
    await entries.write(next.listId, next.entries);
    return store.part({ ...outcome, next: { ...next, entries: [], progress: atTheStart(next.entries.length) } });
  };
  const decide = async (outcome: Outcome<CycleList>, companions: readonly Companion[]): Promise<CycleList> => {
    const part = await prepared(outcome);
    const decidedOn = { ...part.next, entries: outcome.next.entries };
    await saveTogether(table, [part], companions, decidedOn);
    return decidedOn;
  };
  return {
    prepared,
    /** The part of a list whose entries are written already. */
    part: store.part,
    /** Writes a bundle of a list that is still being put together. */
    writeBundle: (listId: string, n: number, some: readonly ListEntry[]) => entries.write(listId, some, n),
    /** The list without its entries. Throws `Refused` record.not-found. */
    head: store.get,
    /** Some of its entries. */
    bundle: entries.bundle,
    /** The list with all its entries. Throws `Refused` record.not-found. */
    get: async (listId: string): Promise<CycleList> => whole(await store.get(listId)),
    /** Saves how far a list has come. */
    advance: (outcome: Outcome<CycleList>) => store.save({ ...outcome, next: { ...outcome.next, entries: [] } }),
    /** Saves a list that was just decided. */
    save: (outcome: Outcome<CycleList>) => decide(outcome, []),
    /** Saves a government decision; each certificate's number is claimed in the same transaction, so none is given twice. */
    decide: (outcome: Outcome<CycleList>) =>
      decide(
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
    /** The lists of a cycle, without their entries. */
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, `CYCLE#${cycleId}#LISTS`, page),
    /** All lists of a kind in a cycle, the oldest first, with their entries. */
    async *ofKind(cycleId: string, kind: ListKind): AsyncGenerator<CycleList> {
      for await (const list of store.all(indexes.byList, `CYCLE#${cycleId}#LISTS`, { prefix: `${kind}#` }))
        yield await whole(list);
    },
  };
};
