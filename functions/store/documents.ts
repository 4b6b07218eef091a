import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Document } from '#domain/document/document';
import { document } from '#domain/document/document';
import { records } from './records.ts';
import type { Table } from './table.ts';

const partition = (parent: string) => `DOCUMENTS#${parent.replace(':', '~')}`;

/** Files, under the record they belong to. */
export const documents = (table: Table) => ({
  ...records(
    table,
    {
      type: 'document',
      id: (d) => d.documentId,
      key: (id) => ({ pk: partition(id.slice(0, id.lastIndexOf('~'))), sk: id }),
    },
    document,
  ),
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
});
