import type { Revocation } from '#domain/revocation/revocation';
import { revocation } from '#domain/revocation/revocation';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { IndexKeys, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#REVOCATIONS`;

const keys = (r: Revocation): IndexKeys => ({
  listPk: partition(r.programmeId),
  listSk: r.revocationId,
  ...(r.duty && { duePk: 'DUE', dueSk: `${r.duty.dueOn}#revocation#${r.revocationId}` }),
});

/** Revocation cases. */
export const revocations = (table: Table) => {
  const store = records(
    table,
    {
      type: 'revocation',
      id: (r) => r.revocationId,
      key: (id) => ({ pk: `REVOCATION#${id}`, sk: 'META' }),
      indexes: keys,
    },
    revocation,
  );
  return {
    ...store,
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
