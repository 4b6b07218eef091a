import type { Ledger } from '#domain/bonus/ledger';
import { emptyLedger, ledger } from '#domain/bonus/ledger';
import { records } from './records.ts';
import type { Table } from './table.ts';

const idOf = (programmeId: string, year: number) => `${programmeId}~${year}`;

/** The bonus budget of each year (A6). */
export const ledgers = (table: Table) => {
  const store = records<Ledger>(
    table,
    {
      type: 'ledger',
      id: (l) => idOf(l.programmeId, l.year),
      key: (id) => ({ pk: `LEDGER#${id}`, sk: 'META' }),
    },
    ledger,
  );
  return {
    save: store.save,
    part: store.part,
    /** The year's ledger, read consistently; an empty one while nothing was entered. */
    of: async (programmeId: string, year: number): Promise<Ledger> =>
      (await store.find(idOf(programmeId, year))) ?? emptyLedger(programmeId, year),
  };
};
