import type { Cultivation } from '#domain/cultivation/cultivation';
import { cultivation } from '#domain/cultivation/cultivation';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const all = (programmeId: string) => `PROGRAMME#${programmeId}#CULTIVATIONS`;
const ofOne = (programmeId: string, jurisdiction: string) => `${all(programmeId)}#${jurisdiction}`;

/** Cultivation records, by programme and by jurisdiction, the newest first. */
export const cultivations = (table: Table) => {
  const store = records<Cultivation>(
    table,
    {
      type: 'cultivation',
      id: (c) => c.cultivationId,
      key: (id) => ({ pk: `CULTIVATION#${id}`, sk: 'META' }),
      indexes: (c) => ({
        listPk: all(c.programmeId),
        listSk: `${c.on}#${c.cultivationId}`,
        partyPk: ofOne(c.programmeId, c.jurisdiction),
        partySk: `${c.on}#${c.cultivationId}`,
      }),
    },
    cultivation,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, all(programmeId), page, { newestFirst: true }),
    ofJurisdiction: (programmeId: string, jurisdiction: string, page: PageRequest) =>
      store.page(indexes.byParty, ofOne(programmeId, jurisdiction), page, { newestFirst: true }),
  };
};
