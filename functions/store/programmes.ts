import type { Programme } from '#domain/programme/programme';
import { programme } from '#domain/programme/programme';
import type { Outcome } from '#domain/record';
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
  return {
    ...store,
    /** Saves a new programme; its certificates' prefix is its own. */
    create: (outcome: Outcome<Programme>) =>
      store.save(outcome, [
        {
          key: { pk: `PREFIX#${outcome.next.certificatePrefix}`, sk: 'META' },
          put: { type: 'prefix', holder: outcome.next.programmeId },
          mustBeFree: 'programme.prefix-taken',
        },
      ]),
    list: (page: PageRequest) => store.page(indexes.byList, 'PROGRAMMES', page),
  };
};
