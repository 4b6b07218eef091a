import type { Bonus } from '#domain/bonus/bonus';
import { bonus } from '#domain/bonus/bonus';
import type { Posted } from '#domain/bonus/grant';
import { Refused } from '#domain/refused';
import { indexes } from '#functions/names';
import { closedCases, isClosedCase } from './closed-cases.ts';
import { filledPage } from './filled-page.ts';
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
    /** The bonus. Throws `Refused` record.not-found; also when the reader has a conflict with the winner's application. */
    async get(id: string): Promise<Bonus> {
      const found = await store.get(id);
      if (await isClosedCase(table, found.applicationId)) throw new Refused('record.not-found', { record: 'bonus' });
      return found;
    },
    /** A step with its posting, as parts of a larger save. */
    parts,
    /** Saves a step with its posting in the year's ledger, and what else it brings about: all or nothing. */
    post: (of: Posted, answer: unknown, more: readonly Part[] = []): Promise<void> =>
      saveTogether(table, [...parts(of), ...more], [], answer),
    /** A programme's bonuses, the latest year first. */
    async ofProgramme(programmeId: string, page: PageRequest) {
      const closed = await closedCases(table);
      const read = (asked: PageRequest) =>
        store.page(indexes.byList, partition(programmeId), asked, { newestFirst: true });
      return filledPage(read, page, (b) => !closed.has(b.applicationId));
    },
  };
};
