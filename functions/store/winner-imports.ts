import type { WinnerImport } from '#domain/winner-import/import';
import { winnerImport } from '#domain/winner-import/import';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#WINNER-IMPORTS`;

/** Imports of earlier winners. */
export const winnerImports = (table: Table) => {
  const store = records<WinnerImport>(
    table,
    {
      type: 'winnerImport',
      id: (i) => i.importId,
      key: (id) => ({ pk: `WINNER-IMPORT#${id}`, sk: 'META' }),
      indexes: (i) => ({ listPk: partition(i.programmeId), listSk: i.importId }),
    },
    winnerImport,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
