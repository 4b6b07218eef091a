import { pledge, refuseUnlessPledged } from '#domain/review/pledge';
import { records } from './records.ts';
import type { Table } from './table.ts';

const idOf = (cycleId: string, personId: string) => `${cycleId}~${personId}`;

/** Assessors' pledges, one for each cycle. */
export const pledges = (table: Table) => {
  const store = records(
    table,
    {
      type: 'pledge',
      id: (p) => idOf(p.cycleId, p.personId),
      key: (id) => ({ pk: `PLEDGE#${id}`, sk: 'META' }),
    },
    pledge,
  );
  const of = (cycleId: string, personId: string) => store.find(idOf(cycleId, personId));
  return {
    save: store.save,
    /** The person's pledge for the cycle, or undefined. */
    of,
    /** Throws `Refused` review.pledge-missing. */
    refuseUnlessSigned: async (cycleId: string, personId: string): Promise<void> =>
      refuseUnlessPledged(await of(cycleId, personId)),
  };
};
