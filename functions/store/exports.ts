import type { ExportRecord } from '#domain/export/export';
import { exportRecord } from '#domain/export/export';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { IndexKeys, Table } from './table.ts';

const ofProgramme = (programmeId: string) => `PROGRAMME#${programmeId}#EXPORTS`;
const ofApplication = (applicationId: string) => `APPLICATION#${applicationId}#EXPORTS`;

const keys = ({ programmeId, applicationId, at, exportId }: ExportRecord): IndexKeys => ({
  listPk: ofProgramme(programmeId),
  listSk: `${at}#${exportId}`,
  ...(applicationId && { partyPk: ofApplication(applicationId), partySk: `${at}#${exportId}` }),
});

/** The register of exports. */
export const exports = (table: Table) => {
  const store = records<ExportRecord>(
    table,
    { type: 'export', id: (e) => e.exportId, key: (id) => ({ pk: `EXPORT#${id}`, sk: 'META' }), indexes: keys },
    exportRecord,
  );
  return {
    ...store,
    /** The latest exports of an application. */
    async latestOf(applicationId: string): Promise<ExportRecord[]> {
      const page = await store.page(
        indexes.byParty,
        ofApplication(applicationId),
        { limit: 20 },
        { newestFirst: true },
      );
      return page.items;
    },
    /** A page of the register, the newest first. */
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, ofProgramme(programmeId), page, { newestFirst: true }),
  };
};
