import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Table } from './table.ts';

const partition = (personId: string) => `CONFLICTS#${personId}`;

/** Where it is marked that a case is closed to a person by a conflict of interest. */
export const closedCaseKey = (personId: string, applicationId: string): Key => ({
  pk: partition(personId),
  sk: applicationId,
});

/** The applications that are closed to the reader by a conflict of interest; none to steps and events. */
export async function closedCases({ documents, core, reader }: Table): Promise<ReadonlySet<string>> {
  if (reader === undefined) return new Set();
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: core,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': partition(reader) },
      ProjectionExpression: 'sk',
      ConsistentRead: true,
    }),
  );
  return new Set(Items.map((item) => String(item.sk)));
}

/** Whether this one application is closed to the reader. */
export async function isClosedCase({ documents, core, reader }: Table, applicationId: string): Promise<boolean> {
  // Of an imported award there is no application.
  if (reader === undefined || applicationId === '') return false;
  const key = closedCaseKey(reader, applicationId);
  const { Item } = await documents.send(new GetCommand({ TableName: core, Key: key, ConsistentRead: true }));
  return Item !== undefined;
}
