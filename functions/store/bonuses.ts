import type { Bonus } from '#domain/bonus/bonus';
import { bonus } from '#domain/bonus/bonus';
import type { Posted } from '#domain/bonus/grant';
import { indexes } from '#functions/names';
import { ledgers } from './ledgers.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Part } from './save.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#BONUSES`;

/** What individual winners are paid: one for each certificate (A6). */
export const bonuses = (table: Table) => {
  const store = records<Bonus>(
    table,
    {
      type: 'bonus',
      id: (b) => b.certificateNumber,
      key: (id) => ({ pk: `BONUS#${id}`, sk: 'META' }),
      indexes: (b) => ({ listPk: partition(b.programmeId), listSk: `${b.year}#${b.certificateNumber}` }),
    },
    bonus,
  );
  const parts = ({ bonus: of, ledger }: Posted): Part[] => [
    store.part(of),
    ...(ledger ? [ledgers(table).part(ledger)] : []),
  ];
  return {
    ...store,
    /** A step with its posting, as parts of a larger save. */
    parts,
    /** Saves a step with its posting in the year's ledger, and what else it brings about: all or nothing. */
    post: (of: Posted, answer: unknown, more: readonly Part[] = []): Promise<void> =>
      saveTogether(table, [...parts(of), ...more], [], answer),
    /** A programme's bonuses, the latest year first. */
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
