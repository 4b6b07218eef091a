import type { Appraisal } from '#domain/retention/appraisal';
import { appraisal } from '#domain/retention/appraisal';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#APPRAISALS`;

/** Lists of what may be disposed of, its retention being over. */
export const appraisals = (table: Table) => {
  const store = records<Appraisal>(
    table,
    {
      type: 'appraisal',
      id: (a) => a.appraisalId,
      key: (id) => ({ pk: `APPRAISAL#${id}`, sk: 'META' }),
      indexes: (a) => ({ listPk: partition(a.programmeId), listSk: `${a.year}#${a.appraisalId}` }),
    },
    appraisal,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
