import type { CorrectionRequest } from '#domain/privacy/correction';
import { correctionRequest } from '#domain/privacy/correction';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const all = (programmeId: string) => `PROGRAMME#${programmeId}#CORRECTIONS`;
const ofOne = (personId: string) => `PERSON#${personId}#CORRECTIONS`;

/** Requests to correct personal data. */
export const correctionRequests = (table: Table) => {
  const store = records<CorrectionRequest>(
    table,
    {
      type: 'correctionRequest',
      id: (r) => r.requestId,
      key: (id) => ({ pk: `CORRECTION#${id}`, sk: 'META' }),
      indexes: (r) => ({
        ...{ listPk: all(r.programmeId), listSk: `${r.requestedAt}#${r.requestId}` },
        ...{ partyPk: ofOne(r.personId), partySk: `${r.requestedAt}#${r.requestId}` },
      }),
    },
    correctionRequest,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, all(programmeId), page, { newestFirst: true }),
    ofPerson: (personId: string, page: PageRequest) =>
      store.page(indexes.byParty, ofOne(personId), page, { newestFirst: true }),
  };
};
