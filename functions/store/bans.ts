import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Ban } from '#domain/revocation/ban';
import type { Companion, Table } from './table.ts';

const keyOf = (programmeId: string, identifier: string) => ({ pk: `BAN#${programmeId}#${identifier}`, sk: 'META' });

/** Who may not apply, by identifier (D12). */
export const bans = ({ documents, core }: Table) => ({
  /** The item of a ban, saved with the revocation that imposes it. */
  companion: (programmeId: string, identifier: string, until: string): Companion => ({
    key: keyOf(programmeId, identifier),
    put: { type: 'ban', until },
  }),
  /** The ban on an applicant, over or not. */
  async find(programmeId: string, identifier: string): Promise<Ban | undefined> {
    const { Item } = await documents.send(
      new GetCommand({ TableName: core, Key: keyOf(programmeId, identifier), ConsistentRead: true }),
    );
    return Item && { until: String(Item.until) };
  },
});
