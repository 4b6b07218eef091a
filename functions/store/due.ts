import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexes } from '#functions/names';
import type { Table } from './table.ts';

/** Something that falls due. */
export interface Due {
  readonly dueOn: string;
  readonly type: string;
  readonly recordId: string;
}

/** Everything that falls due up to a day, over all kinds of records, soonest first and a page at a time. */
export const due = ({ documents, core }: Table) => ({
  async *upTo(date: string): AsyncGenerator<Due> {
    let start: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new QueryCommand({
          TableName: core,
          IndexName: indexes.byDue,
          KeyConditionExpression: 'duePk = :pk AND dueSk < :until',
          ExpressionAttributeValues: { ':pk': 'DUE', ':until': `${date}#~` },
          ProjectionExpression: 'dueSk',
          ExclusiveStartKey: start,
        }),
      );
      for (const { dueSk } of page.Items ?? []) {
        const [dueOn = '', type = '', recordId = ''] = String(dueSk).split('#');
        yield { dueOn, type, recordId };
      }
      start = page.LastEvaluatedKey;
    } while (start);
  },
});
