import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { bundlesOf } from '#domain/list/progress';
import type { Table } from './table.ts';

const atATime = 10;
const keyOf = (pk: string, n: number) => ({ pk, sk: `ENTRIES#${String(n).padStart(5, '0')}` });

/**
 * Entries by the thousand, in items of their own beside the record they belong to: none of them, nor the record, comes
 * near the 400 KB an item can have.
 */
export const bundles = ({ documents, core }: Table) => ({
  /**
   * Writes the bundles. Before the record is saved that makes them count: a crash between the two leaves items that
   * nothing refers to, and a record never names entries that are not there.
   */
  async write(pk: string, entries: readonly unknown[], from = 0): Promise<void> {
    const all = bundlesOf(entries);
    for (let n = 0; n < all.length; n += atATime)
      await Promise.all(
        all
          .slice(n, n + atATime)
          .map((bundle, i) =>
            documents.send(
              new PutCommand({ TableName: core, Item: { ...keyOf(pk, from + n + i), type: 'entries', data: bundle } }),
            ),
          ),
      );
  },
  /** One bundle; empty when there is none. */
  async one(pk: string, n: number): Promise<unknown[]> {
    const { Item } = await documents.send(new GetCommand({ TableName: core, Key: keyOf(pk, n), ConsistentRead: true }));
    return (Item?.data as unknown[] | undefined) ?? [];
  },
  /** So many bundles from one on, in order. */
  async *range(pk: string, from = 0, count = Infinity): AsyncGenerator<unknown[]> {
    let start: Record<string, unknown> | undefined;
    let left = count;
    do {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: core,
          KeyConditionExpression: 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': pk, ':from': keyOf(pk, from).sk },
          ConsistentRead: true,
          ExclusiveStartKey: start,
          ...(Number.isFinite(left) && { Limit: left }),
        }),
      );
      for (const { data } of Items.slice(0, left)) yield data as unknown[];
      left -= Items.length;
      start = LastEvaluatedKey;
    } while (start && left > 0);
  },
});
