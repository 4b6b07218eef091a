import { assignment } from '#domain/assignment/assignment';
import { records } from './records.ts';
import type { Table } from './table.ts';

/** Panels that were decided together. */
export const assignments = (table: Table) => {
  const { get, save } = records(
    table,
    {
      type: 'assignment',
      id: (a) => a.assignmentId,
      key: (id) => ({ pk: `ASSIGNMENT#${id}`, sk: 'META' }),
    },
    assignment,
  );
  return { get, save };
};
