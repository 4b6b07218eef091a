import type { Publication } from '#domain/cycle/publication';
import { publication } from '#domain/cycle/publication';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#PUBLICATIONS`;

/** A number is given to one document of a programme. */
const itsNumber = ({ next }: Outcome<Publication>): Companion => ({
  key: { pk: partition(next.programmeId), sk: next.number },
  put: { type: 'documentNumber', holder: next.publicationId },
  mustBeFree: 'cycle.number-taken',
});

/** Published documents of the cycles: announcements, circulars, amendments. Saved with their cycle, and once. */
export const publications = (table: Table) => {
  const store = records(
    table,
    {
      type: 'publication',
      id: (p) => p.publicationId,
      key: (id) => ({ pk: `PUBLICATION#${id}`, sk: 'META' }),
      indexes: (p) => ({ listPk: partition(p.programmeId), listSk: `${p.publishedAt}#${p.publicationId}` }),
    },
    publication,
  );
  return {
    get: store.get,
    /** The publishing as a part of a larger save, with what keeps its number. */
    part: (outcome: Outcome<Publication>) => ({ part: store.part(outcome), companion: itsNumber(outcome) }),
    /** The documents of a programme, the newest first. */
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
