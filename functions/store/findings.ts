import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Finding } from '#domain/on-site/finding';
import { finding } from '#domain/on-site/finding';
import type { RecordedFinding } from '#domain/on-site/record-finding';
import { applications } from './applications.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const partition = (applicationId: string) => `FINDINGS#${applicationId}`;

/** What teams found on site: of an application. */
export const findings = (table: Table) => {
  const store = records(
    table,
    {
      type: 'finding',
      id: (f) => f.findingId,
      key: (id) => ({ pk: partition(id.slice(0, id.indexOf('~'))), sk: id }),
    },
    finding,
  );
  return {
    find: store.find,
    /** Saves a finding with its application: whoever signs at that moment looks again. */
    async record(of: RecordedFinding): Promise<Finding> {
      const found = store.part(of.finding);
      await saveTogether(table, [applications(table).part(of.application), found], [], found.next);
      return found.next;
    },
    /** All findings of an application, of one item when given, read consistently. */
    async of(applicationId: string, code?: string): Promise<Finding[]> {
      const pages: Finding[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await table.documents.send(
          new QueryCommand({
            TableName: table.core,
            KeyConditionExpression: 'pk = :pk and begins_with(sk, :sk)',
            ExpressionAttributeValues: {
              ':pk': partition(applicationId),
              ':sk': code ? `${applicationId}~${code}~` : applicationId,
            },
            ConsistentRead: true,
            ExclusiveStartKey: start,
          }),
        );
        pages.push(...Items.map((item) => finding.parse(item.data)));
        start = LastEvaluatedKey;
      } while (start);
      return pages;
    },
  };
};
