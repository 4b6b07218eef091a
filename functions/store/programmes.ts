import { programme } from '#domain/programme/programme';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

/** Programmes: the awards this installation runs. */
export const programmes = (table: Table) => {
  const store = records(
    table,
    {
      type: 'programme',
      id: (p) => p.programmeId,
      key: (id) => ({ pk: `PROGRAMME#${id}`, sk: 'META' }),
      indexes: (p) => ({ listPk: 'PROGRAMMES', listSk: p.programmeId }),
    },
    programme,
  );
  return { ...store, list: (page: PageRequest) => store.page(indexes.byList, 'PROGRAMMES', page) };
};
