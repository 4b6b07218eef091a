import type { Winner } from '#domain/approval/winner';
import { winner } from '#domain/approval/winner';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { indexes } from '#functions/names';
import { isClosedCase } from './closed-cases.ts';
import { companionPage } from './companion-pages.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Shape } from './save.ts';
import { save } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#WINNERS`;
const everyone = 'WINNERS';

const identifierPartition = (programmeId: string, identifier: string) => `WINNER-OF#${programmeId}#${identifier}`;
const identifierItems = ({ programmeId, identifier, certificateNumber }: Winner): Companion[] =>
  identifier
    ? [{ key: { pk: identifierPartition(programmeId, identifier), sk: certificateNumber }, put: { type: 'won' } }]
    : [];

/** The roll of winners. */
export const winners = (table: Table) => {
  const shape: Shape<Winner> = {
    type: 'winner',
    id: (w) => w.certificateNumber,
    key: (id) => ({ pk: `WINNER#${id}`, sk: 'META' }),
    indexes: (w) => ({
      listPk: partition(w.programmeId),
      listSk: `${w.awardYear}#${w.cycleId}#${w.certificateNumber}`,
      partyPk: everyone,
      partySk: w.certificateNumber,
    }),
  };
  const store = records<Winner>(table, shape, winner);
  return {
    ...store,
    /**
     * The winner, to whoever is to decide about them: the roll is public, their case is not. Throws `Refused`
     * record.not-found; also when the reader has a conflict with the winner's application.
     */
    async getToDecide(certificateNumber: string): Promise<Winner> {
      const found = await store.get(certificateNumber);
      if (await isClosedCase(table, found.applicationId)) throw new Refused('record.not-found', { record: 'winner' });
      return found;
    },
    /** Enters a winner, found by identifier too, whatever they are called later (D21). */
    save: (outcome: Outcome<Winner>) => store.save(outcome, identifierItems(outcome.next)),
    /** The same for one of many that a single request enters: its idempotency key is spent once, with the last save. */
    enterOneOfMany: (outcome: Outcome<Winner>) =>
      save({ ...table, idempotency: undefined }, shape, outcome, identifierItems(outcome.next)),
    /** Whether the identifier is on the programme's roll of winners. */
    async isAmong(programmeId: string, identifier: string): Promise<boolean> {
      const { items } = await companionPage(table, identifierPartition(programmeId, identifier), { limit: 1 });
      return items.length > 0;
    },
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
    ofYear: (programmeId: string, year: number) =>
      store.all(indexes.byList, partition(programmeId), { prefix: `${year}#` }),
    /** The whole roll of a programme. */
    allOfProgramme: (programmeId: string) => store.all(indexes.byList, partition(programmeId)),
    /** A page of all winners of all programmes. */
    everyone: (page: PageRequest) => store.page(indexes.byParty, everyone, page),
  };
};
