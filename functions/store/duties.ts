import type { YearlyDuty } from '#domain/post-award/duty';
import { yearlyDuty } from '#domain/post-award/duty';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { IndexKeys, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#DUTIES`;

const keys = (d: YearlyDuty): IndexKeys => ({
  listPk: partition(d.programmeId),
  listSk: `${d.year}#${d.dutyId}`,
  partyPk: `PERSON#${d.ownerId}#DUTIES`,
  partySk: `${d.dueOn}#${d.dutyId}`,
  ...(d.duty && { duePk: 'DUE', dueSk: `${d.duty.dueOn}#duty#${d.dutyId}` }),
});

/** Yearly duties after the award. */
export const duties = (table: Table) => {
  const store = records(
    table,
    { type: 'duty', id: (d) => d.dutyId, key: (id) => ({ pk: `DUTY#${id}`, sk: 'META' }), indexes: keys },
    yearlyDuty,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
    ofPerson: (personId: string, page: PageRequest) =>
      store.page(indexes.byParty, `PERSON#${personId}#DUTIES`, page, { newestFirst: true }),
  };
};
