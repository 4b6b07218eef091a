import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Document } from '#domain/document/document';
import { document } from '#domain/document/document';
import type { Outcome } from '#domain/record';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const partition = (parent: string) => `DOCUMENTS#${parent.replace(':', '~')}`;

/** Files, under the record they belong to. */
export const documents = (table: Table) => {
  const store = records(
    table,
    {
      type: 'document',
      id: (d) => d.documentId,
      key: (id) => ({ pk: partition(id.slice(0, id.lastIndexOf('~'))), sk: id }),
    },
    document,
  );
  return {
    ...store,
    /** Saves two decisions together: a file that passed its check, and the one that it takes the place of. */
    saveBoth: (one: Outcome<Document>, other: Outcome<Document>) =>
      saveTogether(table, [store.part(one), store.part(other)]),
    /** Saves a file that a new draft takes over; it is not what the request is about, so it keeps no answer of it. */
    takeOver: (outcome: Outcome<Document>) => saveTogether({ ...table, idempotency: undefined }, [store.part(outcome)]),
    /** All files of a parent, read consistently: a file that was checked a moment ago is there. */
    async of(parent: string): Promise<Document[]> {
      const { Items = [] } = await table.documents.send(
        new QueryCommand({
          TableName: table.core,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition(parent) },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => document.parse(item.data));
    },
  };
};
