import type { WinnerEntry } from '#domain/winner/entry';
import { winnerEntry } from '#domain/winner/entry';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const all = (programmeId: string) => `PROGRAMME#${programmeId}#WINNER-ENTRIES`;
const ofOne = (certificateNumber: string) => `WINNER#${certificateNumber}#ENTRIES`;

/** Recommendations, support measures and promotions, by programme and by winner. */
export const winnerEntries = (table: Table) => {
  const store = records<WinnerEntry>(
    table,
    {
      type: 'winnerEntry',
      id: (e) => e.entryId,
      key: (id) => ({ pk: `WINNER-ENTRY#${id}`, sk: 'META' }),
      indexes: (e) => ({
        listPk: all(e.programmeId),
        listSk: `${e.content.on}#${e.entryId}`,
        partyPk: ofOne(e.certificateNumber),
        partySk: `${e.content.on}#${e.entryId}`,
      }),
    },
    winnerEntry,
  );
  return {
    ...store,
    /** A page of a winner's entries, the newest first. */
    ofWinner: (certificateNumber: string, page: PageRequest) =>
      store.page(indexes.byParty, ofOne(certificateNumber), page, { newestFirst: true }),
    /** All of a winner's entries. */
    allOfWinner: (certificateNumber: string) => store.all(indexes.byParty, ofOne(certificateNumber)),
    /** All entries of a programme. */
    allOfProgramme: (programmeId: string) => store.all(indexes.byList, all(programmeId)),
  };
};
