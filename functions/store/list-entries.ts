import type { ListEntry } from '#domain/list/list';
import { listEntry } from '#domain/list/list';
import { bundles } from './bundles.ts';
import type { Table } from './table.ts';

/** The entries of cycle-wide lists. */
export const listEntries = (table: Table) => {
  const stored = bundles(table);
  const partition = (listId: string) => `LIST#${listId}#ENTRIES`;
  return {
    write: (listId: string, entries: readonly ListEntry[], from?: number) =>
      stored.write(partition(listId), entries, from),
    bundle: async (listId: string, n: number): Promise<ListEntry[]> =>
      listEntry.array().parse(await stored.one(partition(listId), n)),
    async all(listId: string): Promise<ListEntry[]> {
      const found: ListEntry[] = [];
      for await (const bundle of stored.range(partition(listId))) found.push(...listEntry.array().parse(bundle));
      return found;
    },
  };
};
