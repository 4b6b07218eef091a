import type { CasePage } from '#domain/case-page/case-page';
import { casePage } from '#domain/case-page/case-page';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#CASE-PAGES`;
const ofOne = (certificateNumber: string) => `WINNER#${certificateNumber}#CASE-PAGES`;

/** Case pages, of a programme by status and of a winner. */
export const casePages = (table: Table) => {
  const store = records<CasePage>(
    table,
    {
      type: 'casePage',
      id: (c) => c.casePageId,
      key: (id) => ({ pk: `CASE-PAGE#${id}`, sk: 'META' }),
      indexes: (c) => ({
        listPk: partition(c.programmeId),
        listSk: `${c.status}#${c.casePageId}`,
        partyPk: ofOne(c.certificateNumber),
        partySk: c.casePageId,
      }),
    },
    casePage,
  );
  return {
    ...store,
    /** A page of a programme's case pages in a status, the newest first. */
    inStatus: (programmeId: string, status: CasePage['status'], page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { prefix: `${status}#`, newestFirst: true }),
    ofWinner: (certificateNumber: string, page: PageRequest) =>
      store.page(indexes.byParty, ofOne(certificateNumber), page, { newestFirst: true }),
  };
};
