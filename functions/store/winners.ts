import type { Winner } from '#domain/approval/winner';
import { winner } from '#domain/approval/winner';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#WINNERS`;
const everyone = 'WINNERS';

/** The roll of winners. */
export const winners = (table: Table) => {
  const store = records<Winner>(
    table,
    {
      type: 'winner',
      id: (w) => w.certificateNumber,
      key: (id) => ({ pk: `WINNER#${id}`, sk: 'META' }),
      indexes: (w) => ({
        listPk: partition(w.programmeId),
        listSk: `${w.awardYear}#${w.cycleId}#${w.certificateNumber}`,
        partyPk: everyone,
        partySk: w.certificateNumber,
      }),
    },
    winner,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
    ofYear: (programmeId: string, year: number) =>
      store.all(indexes.byList, partition(programmeId), { prefix: `${year}#` }),
    /** A page of all winners of all programmes. */
    everyone: (page: PageRequest) => store.page(indexes.byParty, everyone, page),
  };
};
