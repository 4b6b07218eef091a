import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { idempotencyKey } from './save.ts';
import type { Table } from './table.ts';

/** The first answers to requests with an idempotency key. Looked up only when a request was refused. */
export const answers = (table: Table) => ({
  /** The first answer under this request's key, or undefined when it is the first. */
  async first(): Promise<{ requestHash: string; answer: unknown } | undefined> {
    if (!table.idempotency) return undefined;
    const { Item } = await table.documents.send(
      new GetCommand({ TableName: table.core, Key: idempotencyKey(table.idempotency), ConsistentRead: true }),
    );
    return Item && { requestHash: String(Item.requestHash), answer: JSON.parse(String(Item.answer)) as unknown };
  },
});
