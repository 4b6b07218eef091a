import type { Document } from '#domain/document/document';
import type { CycleList, ListEntry, ListKind } from '#domain/list/list';
import { cycleList } from '#domain/list/list';
import { atTheStart } from '#domain/list/progress';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { documents } from './documents.ts';
import { listEntries } from './list-entries.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { used } from './resolutions.ts';
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
  const decide = async (
    outcome: Outcome<CycleList>,
    companions: readonly Companion[],
    together: readonly Part[] = [],
  ): Promise<CycleList> => {
    const part = await prepared(outcome);
    const decidedOn = { ...part.next, entries: outcome.next.entries };
    await saveTogether(table, [part, ...together], companions, decidedOn);
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
    /**
     * Saves a government decision and where its signed paper lies from now on; each certificate's number is claimed in
     * the same transaction, so none is given twice.
     * `earlier` is how many decisions of the cycle were seen before: entered twice at once, the second looks again.
     */
    decide: (outcome: Outcome<CycleList>, signed: Outcome<Document>, earlier: number) => {
      const { cycleId, listId, entries: decided } = outcome.next;
      const claim = (pk: string, sk: string, type: string) =>
        ({ key: { pk, sk }, put: { type, holder: listId }, mustBeFree: 'record.changed' }) as const;
      const numbers = decided.flatMap((e) => e.certificateNumber ?? []);
      const claims = [
        claim(`CYCLE#${cycleId}#DECISIONS`, String(earlier + 1).padStart(4, '0'), 'decisionNumber'),
        ...numbers.map((number) => claim(`CERTIFICATE#${number}`, 'META', 'certificate')),
      ];
      return decide(outcome, claims, [documents(table).part(signed)]);
    },
    /** Saves a reopened vote; its resolution serves no other. */
    reopen: (outcome: Outcome<CycleList>, resolutionId: string) =>
      decide(outcome, [used(resolutionId, outcome.next.listId)]),
    /** The lists of a cycle, without their entries. */
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, `CYCLE#${cycleId}#LISTS`, page),
    /** All lists of a kind in a cycle, the oldest first, with their entries. */
    async *ofKind(cycleId: string, kind: ListKind): AsyncGenerator<CycleList> {
      for await (const list of store.all(indexes.byList, `CYCLE#${cycleId}#LISTS`, { prefix: `${kind}#` }))
        yield await whole(list);
    },
  };
};
