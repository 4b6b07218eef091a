import { submission } from '#domain/approval/submission';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (cycleId: string) => `CYCLE#${cycleId}#SUBMISSIONS`;

/** What was submitted to the government, by cycle. */
export const submissions = (table: Table) => {
  const store = records(
    table,
    {
      type: 'submission',
      id: (s) => s.submissionId,
      key: (id) => ({ pk: `SUBMISSION#${id}`, sk: 'META' }),
      indexes: (s) => ({ listPk: partition(s.cycleId), listSk: s.submissionId }),
    },
    submission,
  );
  return {
    ...store,
    /** Everything that was submitted in the cycle. */
    allOfCycle: (cycleId: string) => store.all(indexes.byList, partition(cycleId)),
    ofCycle: (cycleId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(cycleId), page, { newestFirst: true }),
  };
};
