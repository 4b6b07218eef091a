import { cycle } from '#domain/cycle/cycle';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#CYCLES`;

/** Cycles of the programmes. */
export const cycles = (table: Table) => {
  const store = records(
    table,
    {
      type: 'cycle',
      id: (c) => c.cycleId,
      key: (id) => ({ pk: `CYCLE#${id}`, sk: 'META' }),
      indexes: (c) => ({ listPk: partition(c.programmeId), listSk: `${c.year}#${c.cycleId}` }),
    },
    cycle,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
