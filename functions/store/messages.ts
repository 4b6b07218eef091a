import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { InAppMessage } from '#domain/notification/message';
import { inAppMessage } from '#domain/notification/message';
import { Refused } from '#domain/refused';
import { refuseUnlessSortKey } from './key-limits.ts';
import { closedCases } from './closed-cases.ts';
import { filledPage } from './filled-page.ts';
import type { Page, PageRequest } from './records.ts';
import type { Table } from './table.ts';

const keyOf = (personId: string, messageId: string) => ({ pk: `INBOX#${personId}`, sk: messageId });

/** In-app messages (站内信). They report what happened elsewhere, so they have no history of their own. */
export const messages = (table: Table) => {
  const { documents, core } = table;
  const pageOf = async (personId: string, { limit = 50, cursor }: PageRequest): Promise<Page<InAppMessage>> => {
    refuseUnlessSortKey(cursor);
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: core,
        KeyConditionExpression: cursor ? 'pk = :pk AND sk < :cursor' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `INBOX#${personId}`, ...(cursor && { ':cursor': cursor }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    const next = LastEvaluatedKey?.sk as string | undefined;
    return { items: Items.map((item) => inAppMessage.parse(item.data)), ...(next && { cursor: next }) };
  };
  return {
    /** Puts a message into the reader's inbox; false when it is there already and its mail was sent. */
    async deliver(message: InAppMessage): Promise<boolean> {
      const key = keyOf(message.personId, message.messageId);
      const { Item } = await documents.send(new GetCommand({ TableName: core, Key: key, ConsistentRead: true }));
      if (Item) return Item.mailedAt === undefined;
      await documents.send(new PutCommand({ TableName: core, Item: { ...key, type: 'message', data: message } }));
      return true;
    },
    /** Notes that the message's mail was handed to the mail server. */
    async markMailed({ personId, messageId }: InAppMessage, at: string): Promise<void> {
      await documents.send(
        new UpdateCommand({
          TableName: core,
          Key: keyOf(personId, messageId),
          UpdateExpression: 'SET mailedAt = :at',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': at },
        }),
      );
    },
    /** A page of a person's inbox, newest first; without what is about a case that is closed to them. */
    async of(personId: string, page: PageRequest) {
      const closed = await closedCases(table);
      return filledPage(
        (asked) => pageOf(personId, asked),
        page,
        ({ about }) => !closed.has(about.recordId) && !closed.has(about.applicationId ?? ''),
      );
    },
    /** Marks a message as read. Throws `Refused` record.not-found. */
    async markRead(personId: string, messageId: string, at: string): Promise<void> {
      const command = new UpdateCommand({
        TableName: core,
        Key: keyOf(personId, messageId),
        UpdateExpression: 'SET #data.readAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#data': 'data' },
        ExpressionAttributeValues: { ':at': at },
      });
      await documents.send(command).catch((error: unknown) => {
        if (error instanceof ConditionalCheckFailedException)
          throw new Refused('record.not-found', { record: 'message' });
        throw error;
      });
    },
  };
};
