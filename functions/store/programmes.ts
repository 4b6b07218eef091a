import type { Programme } from '#domain/programme/programme';
import { programme } from '#domain/programme/programme';
import type { Outcome } from '#domain/record';
import type { Edition } from '#domain/review/criteria/edition';
import { indexes } from '#functions/names';
import { editions } from './editions.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
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
    /** Saves a new programme with the criteria it begins with; its certificates' prefix is its own. */
    async create(outcome: Outcome<Programme>, criteria: readonly Outcome<Edition>[]): Promise<Programme> {
      const programmePart = store.part(outcome);
      const loaded = criteria.map((one) => editions(table).part(one));
      const prefix = {
        key: { pk: `PREFIX#${outcome.next.certificatePrefix}`, sk: 'META' },
        put: { type: 'prefix', holder: outcome.next.programmeId },
        mustBeFree: 'programme.prefix-taken',
      } as const;
      const parts = [programmePart, ...loaded.map((l) => l.part)];
      await saveTogether(table, parts, [prefix, ...loaded.map((l) => l.companion)]);
      return programmePart.next;
    },
    list: (page: PageRequest) => store.page(indexes.byList, 'PROGRAMMES', page),
  };
};
