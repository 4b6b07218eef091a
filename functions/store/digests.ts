import type { Digest } from '#domain/post-award/digest';
import { digest } from '#domain/post-award/digest';
import { records } from './records.ts';
import type { Table } from './table.ts';

/** What was sent to whom on which day: a second digest of a day cannot be saved. */
export const digests = (table: Table) =>
  records<Digest>(
    table,
    { type: 'digest', id: (d) => d.digestId, key: (id) => ({ pk: `DIGEST#${id}`, sk: 'META' }) },
    digest,
  );
