import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { indexes } from '#functions/names';
import type { Shape, Stored } from './save.ts';
import { isKey, isPartitionKey, startOfPage } from './key-limits.ts';
import { part, save } from './save.ts';
import type { Companion, Table } from './table.ts';

/** A page of records and where the next one begins. */
export interface Page<T> {
  readonly items: T[];
  readonly cursor?: string;
}

/** How a page is asked for. */
export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

const attributes = {
  [indexes.byList]: ['listPk', 'listSk'],
  [indexes.byParty]: ['partyPk', 'partySk'],
  [indexes.byDue]: ['duePk', 'dueSk'],
} as const;

const encode = (key: unknown) => (key ? Buffer.from(JSON.stringify(key)).toString('base64url') : undefined);

/** The operations every kind of record has; a store adds what its kind alone has. */
export function records<T extends Stored>(table: Table, shape: Shape<T>, schema: z.ZodType<T>) {
  const find = async (id: string): Promise<T | undefined> => {
    const key = shape.key(id);
    if (!isKey(key)) return undefined;
    const { Item } = await table.documents.send(
      new GetCommand({ TableName: table.core, Key: key, ConsistentRead: true }),
    );
    return Item && schema.parse(Item.data);
  };
  return {
    /** The record, or undefined. Read consistently. */
    find,
    /** The record. Throws `Refused` record.not-found. */
    async get(id: string): Promise<T> {
      const record = await find(id);
      if (!record) throw new Refused('record.not-found', { record: shape.type });
      return record;
    },
    /** Saves a decision about the record; see save.ts. */
    save: (outcome: Outcome<T>, companions: readonly Companion[] = [], answer?: unknown) =>
      save(table, shape, outcome, companions, answer),
    /** The decision as a part of a larger save; see save.ts. */
    part: (outcome: Outcome<T>) => part(table, shape, outcome),
    /** One page of an index, in its sort order; `from`/`prefix` narrow the sort key. */
    async page(
      index: (typeof indexes)[keyof typeof indexes],
      pk: string,
      { limit = 50, cursor }: PageRequest = {},
      narrow: { prefix?: string | undefined; upTo?: string | undefined; newestFirst?: boolean } = {},
    ): Promise<Page<T>> {
      const [pkName, skName] = attributes[index];
      if (!isPartitionKey(pk)) return { items: [] };
      const { Items = [], LastEvaluatedKey } = await table.documents.send(
        new QueryCommand({
          TableName: table.core,
          IndexName: index,
          KeyConditionExpression:
            '#pk = :pk' + (narrow.prefix ? ' and begins_with(#sk, :sk)' : narrow.upTo ? ' and #sk <= :sk' : ''),
          ExpressionAttributeNames: { '#pk': pkName, ...((narrow.prefix ?? narrow.upTo) && { '#sk': skName }) },
          ExpressionAttributeValues: {
            ':pk': pk,
            ...((narrow.prefix ?? narrow.upTo) && { ':sk': narrow.prefix ?? narrow.upTo }),
          },
          ScanIndexForward: !narrow.newestFirst,
          Limit: limit,
          ExclusiveStartKey: startOfPage(cursor, { names: attributes[index], pk, prefix: narrow.prefix }),
        }),
      );
      const next = encode(LastEvaluatedKey);
      return { items: Items.map((item) => schema.parse(item.data)), ...(next && { cursor: next }) };
    },
    /** All records of an index's partition, page by page, without holding more than a page. */
    async *all(
      index: (typeof indexes)[keyof typeof indexes],
      pk: string,
      narrow: { prefix?: string; upTo?: string } = {},
    ): AsyncGenerator<T> {
      let cursor: string | undefined;
      do {
        const page: Page<T> = await this.page(index, pk, { limit: 100, cursor }, narrow);
        yield* page.items;
        cursor = page.cursor;
      } while (cursor);
    },
  };
}
