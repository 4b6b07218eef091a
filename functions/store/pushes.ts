import type { Push } from '#domain/platform-push/push';
import { push } from '#domain/platform-push/push';
import { indexes } from '#functions/names';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (revocationId: string) => `REVOCATION#${revocationId}#PUSHES`;

/** Revocations on their way to the platforms. */
export const pushes = (table: Table) => {
  const store = records<Push>(
    table,
    {
      type: 'push',
      id: (p) => p.pushId,
      key: (id) => ({ pk: `PUSH#${id}`, sk: 'META' }),
      indexes: (p) => ({ listPk: partition(p.revocationId), listSk: p.platform }),
    },
    push,
  );
  return {
    ...store,
    /** The pushes of a case: one for each platform. */
    of: (revocationId: string) => store.page(indexes.byList, partition(revocationId)),
  };
};
