import type { Document } from '#domain/document/document';
import type { ExportRecord } from '#domain/export/export';
import { exportRecord } from '#domain/export/export';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { closedCases } from './closed-cases.ts';
import { documents } from './documents.ts';
import { filledPage } from './filled-page.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { IndexKeys, Table } from './table.ts';

const ofProgramme = (programmeId: string) => `PROGRAMME#${programmeId}#EXPORTS`;
const ofApplication = (applicationId: string) => `APPLICATION#${applicationId}#EXPORTS`;

const keys = ({ programmeId, applicationId, at, exportId, kind }: ExportRecord): IndexKeys => ({
  listPk: ofProgramme(programmeId),
  listSk: `${at}#${exportId}`,
  // Whoever asks for a dossier looks for those that are under way: single files do not stand between them.
  ...(applicationId && kind !== 'file' && { partyPk: ofApplication(applicationId), partySk: `${at}#${exportId}` }),
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
    /** Saves who opened a file, with its entry in the register where it has one. */
    opened: (file: Outcome<Document>, entry: Outcome<ExportRecord> | undefined): Promise<void> =>
      saveTogether(table, [documents(table).part(file), ...(entry ? [store.part(entry)] : [])]),
    /** The latest dossiers of an application. */
    async latestOf(applicationId: string): Promise<ExportRecord[]> {
      const page = await store.page(
        indexes.byParty,
        ofApplication(applicationId),
        { limit: 20 },
        { newestFirst: true },
      );
      return page.items;
    },
    /** A page of the register, the newest first; without what was taken of a case that is closed to the reader. */
    async ofProgramme(programmeId: string, page: PageRequest) {
      const closed = await closedCases(table);
      const read = (asked: PageRequest) =>
        store.page(indexes.byList, ofProgramme(programmeId), asked, { newestFirst: true });
      return filledPage(read, page, (e) => !closed.has(e.applicationId ?? ''));
    },
  };
};
