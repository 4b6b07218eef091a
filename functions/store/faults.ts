import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Fault } from '#domain/audit/fault';
import { fault } from '#domain/audit/fault';
import { refuseUnlessSortKey } from './key-limits.ts';
import type { PageRequest } from './records.ts';
import type { Companion, Table } from './table.ts';

const queue = 'FAULTS';
const keyOf = (kind: string, recordId: string) => ({ pk: queue, sk: `${kind}#${recordId}` });

/** The operator's queue: one entry per case that failed, gone when the case is started again. */
export const faults = ({ documents, core }: Table) => ({
  /** The queue's entry, saved with the event that reports the fault. */
  companion: (of: Fault): Companion => ({ key: keyOf(of.kind, of.recordId), put: { type: 'fault', data: of } }),
  /** Takes the entry off the queue, saved with the event that starts the case again. */
  settled: (kind: string, recordId: string): Companion => ({ key: keyOf(kind, recordId), remove: true }),
  async list({ limit = 50, cursor }: PageRequest) {
    refuseUnlessSortKey(cursor);
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: core,
        KeyConditionExpression: cursor ? 'pk = :pk AND sk > :cursor' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': queue, ...(cursor && { ':cursor': cursor }) },
        Limit: limit,
      }),
    );
    const next = LastEvaluatedKey?.sk as string | undefined;
    return { items: Items.map((item) => fault.parse(item.data)), ...(next && { cursor: next }) };
  },
});
