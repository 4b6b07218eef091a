import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { indexes } from '#functions/names';
import type { Companion, Table } from './table.ts';

/** Something that falls due. */
export interface Due {
  readonly dueOn: string;
  readonly type: string;
  readonly recordId: string;
}

const keyOf = ({ dueOn, type, recordId }: Due) => ({ pk: `DUE-MARK#${type}#${recordId}`, sk: dueOn });

/** Looked at from the second of January on: on the first, the yearly schedule itself opens them. */
const openingOf = (year: number): Due => ({ dueOn: `${year}-01-02`, type: 'yearlyOpening', recordId: String(year) });

/** A mark as one more item of a save. */
export const dueMark = (at: Due): Companion => ({
  key: keyOf(at),
  put: { type: 'mark', duePk: 'DUE', dueSk: `${at.dueOn}#${at.type}#${at.recordId}` },
});

const marks = ({ documents, core }: Table) => ({
  /** Leaves a mark: on that day, look there. Left before what it points at is saved; leaving it twice is leaving it once. */
  async mark(at: Due): Promise<void> {
    const { key, put } = dueMark(at);
    await documents.send(new PutCommand({ TableName: core, Item: { ...key, ...put } }));
  },
  /** Takes the marks up to a day away: what they pointed at is done. */
  async unmark({ dueOn, type, recordId }: Due): Promise<void> {
    const { pk } = keyOf({ dueOn, type, recordId });
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: core,
        KeyConditionExpression: 'pk = :pk AND sk <= :until',
        ExpressionAttributeValues: { ':pk': pk, ':until': dueOn },
        ProjectionExpression: 'pk, sk',
      }),
    );
    for (const Key of Items) await documents.send(new DeleteCommand({ TableName: core, Key }));
  },
});

/** What the clockwork looks for: everything that falls due, over all kinds of records, and marks that point at more. */
export const due = (table: Table) => ({
  ...marks(table),
  /** From there on the daily sweep sees to it that the year's duties are opened. */
  markYear: (year: number) => marks(table).mark(openingOf(year)),
  /** The year's duties are open. */
  unmarkYear: (year: number) => marks(table).unmark(openingOf(year)),
  /** Everything that falls due up to a day, soonest first and a page at a time. */
  async *upTo(date: string): AsyncGenerator<Due> {
    const { documents, core } = table;
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
