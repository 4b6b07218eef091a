import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Companion, Table } from './table.ts';

const aDay = 86_400;

/** How often somebody without an account has filed something, by a hash of where they called from. */
export const filings = ({ documents, core, now }: Table) => ({
  /** How many this hour, and the item that counts one more: saved with what is filed; of two at once one looks again. */
  async thisHour(source: string): Promise<{ count: number; next: Companion }> {
    const pk = `FILINGS#${now().slice(0, 13)}#${source}`;
    const { Count = 0 } = await documents.send(
      new QueryCommand({
        TableName: core,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Select: 'COUNT',
        ConsistentRead: true,
      }),
    );
    const next: Companion = {
      key: { pk, sk: String(Count + 1).padStart(6, '0') },
      put: { type: 'filing', ttl: Math.floor(Date.parse(now()) / 1000) + aDay },
      mustBeFree: 'record.changed',
    };
    return { count: Count, next };
  },
});
