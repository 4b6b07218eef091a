import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEvent } from '#domain/audit/event';
import { auditEvent } from '#domain/audit/event';
import type { RefusedAttempt } from '#domain/audit/refused-attempt';
import { refusedAttempt } from '#domain/audit/refused-attempt';
import { dateAt } from '#domain/calendar/civil';
import { linkHash } from './chain.ts';
import { filledPage } from './filled-page.ts';
import { refuseUnlessSortKey } from './key-limits.ts';
import type { Page, PageRequest } from './records.ts';
import type { Table } from './table.ts';

const refusalsOf = (day: string) => `REFUSED#${day}`;

/** A page of a day's refused attempts; the cursor is the place of the last. */
async function refusalsOn(
  day: string,
  { limit = 50, cursor }: PageRequest,
  { documents, audit: name }: Pick<Table, 'documents' | 'audit'>,
): Promise<Page<RefusedAttempt>> {
  const after = cursor && Buffer.from(cursor, 'base64url').toString();
  refuseUnlessSortKey(after);
  const pk = refusalsOf(day);
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      Limit: limit,
      ExclusiveStartKey: after ? { pk, sk: after } : undefined,
    }),
  );
  const next = LastEvaluatedKey && Buffer.from(String(LastEvaluatedKey.sk)).toString('base64url');
  return { items: Items.map((item) => refusedAttempt.parse(item)), ...(next && { cursor: next }) };
}

/** The audit trail: written with every save, read by auditors. */
export const audit = ({ documents, audit: name, now }: Table) => ({
  linkHash,
  /** Notes a refused attempt. */
  async noteRefusal(attempt: Omit<RefusedAttempt, 'at'>): Promise<void> {
    const at = now();
    const key = { pk: refusalsOf(dateAt(at)), sk: `${at}#${attempt.requestId}` };
    await documents.send(new PutCommand({ TableName: name, Item: { ...key, type: 'refused', at, ...attempt } }));
  },
  /** A page of a day's refused attempts (Asia/Shanghai) that the reader may know of, in order. */
  refusals: (day: string, asked: PageRequest, mayKnow: (attempt: RefusedAttempt) => boolean) =>
    filledPage((more) => refusalsOn(day, more, { documents, audit: name }), asked, mayKnow),
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
