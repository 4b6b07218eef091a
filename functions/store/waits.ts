import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Wait } from '#domain/waiting';
import type { Companion, Key, Table } from './table.ts';

/** A case of one of the two lifecycles. */
export interface CaseKey {
  readonly kind: 'application' | 'revocation';
  readonly recordId: string;
}

const keyOf = ({ kind, recordId }: CaseKey, stage: string): Key => ({ pk: `WAIT#${kind}#${recordId}`, sk: stage });

/** The task tokens of waiting executions. A token never leaves this store but to Step Functions. */
export const waits = ({ documents, core }: Table) => ({
  /** The item of a wait that opens; saved with the record. A newer wait of the stage is never replaced by an older. */
  companion: (of: CaseKey, { stage, token, openedAt }: Wait): Companion => ({
    key: keyOf(of, stage),
    put: { type: 'wait', token, openedAt },
    condition: {
      expression: 'attribute_not_exists(pk) OR openedAt <= :openedAt',
      values: { ':openedAt': openedAt },
    },
  }),
  /** The token that waits in the stage, or undefined. */
  async token(of: CaseKey, stage: string): Promise<string | undefined> {
    const { Item } = await documents.send(
      new GetCommand({ TableName: core, Key: keyOf(of, stage), ConsistentRead: true }),
    );
    return Item && String(Item.token);
  },
  /** Forgets a token that was used; a newer one stays. */
  async forget(of: CaseKey, stage: string, token: string): Promise<void> {
    const command = new DeleteCommand({
      TableName: core,
      Key: keyOf(of, stage),
      ConditionExpression: 'attribute_not_exists(pk) OR #token = :token',
      ExpressionAttributeNames: { '#token': 'token' },
      ExpressionAttributeValues: { ':token': token },
    });
    await documents.send(command).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
    });
  },
});
