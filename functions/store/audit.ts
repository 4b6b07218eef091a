import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEvent } from '#domain/audit/event';
import { auditEvent } from '#domain/audit/event';
import { linkHash } from './chain.ts';
import type { Table } from './table.ts';

/** An attempt that was refused: part of the audit trail, though no record changed. */
export interface RefusedAttempt {
  readonly requestId: string;
  readonly route: string;
  readonly personId: string;
  readonly code: string;
  readonly article?: string | undefined;
  readonly params: unknown;
}

/** The audit trail: written with every save, read by auditors. */
export const audit = ({ documents, audit: name, now }: Table) => ({
  linkHash,
  /** Notes a refused attempt. */
  async noteRefusal(attempt: RefusedAttempt): Promise<void> {
    const at = now();
    await documents.send(
      new PutCommand({
        TableName: name,
        Item: { pk: `REFUSED#${at.slice(0, 10)}`, sk: `${at}#${attempt.requestId}`, type: 'refused', at, ...attempt },
      }),
    );
  },
  /** All events of a record, in order. */
  async *trail(recordType: string, recordId: string): AsyncGenerator<AuditEvent> {
    let start: Record<string, unknown> | undefined;
    do {
      const page = await documents.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `${recordType}#${recordId}` },
          ExclusiveStartKey: start,
          ConsistentRead: true,
        }),
      );
      for (const item of page.Items ?? []) yield auditEvent.parse(item);
      start = page.LastEvaluatedKey;
    } while (start);
  },
});
