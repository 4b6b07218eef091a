import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { refuseUnlessSortKey } from './key-limits.ts';
import type { Page, PageRequest } from './records.ts';
import type { Table } from './table.ts';

/** A page of the companion items of a partition, in the order of their sort keys; the cursor is the last sort key. */
export async function companionPage(
  { documents, core }: Table,
  pk: string,
  { limit = 50, cursor }: PageRequest,
  order: { newestFirst?: boolean } = {},
): Promise<Page<Record<string, unknown>>> {
  const after = cursor && Buffer.from(cursor, 'base64url').toString();
  refuseUnlessSortKey(after);
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: core,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ScanIndexForward: !order.newestFirst,
      Limit: limit,
      ExclusiveStartKey: after ? { pk, sk: after } : undefined,
    }),
  );
  const next = LastEvaluatedKey && Buffer.from(String(LastEvaluatedKey.sk)).toString('base64url');
  return { items: Items, ...(next && { cursor: next }) };
}
