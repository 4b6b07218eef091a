import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { systemActor } from '#domain/actor';
import type { Winner } from '#domain/approval/winner';
import { yearOf } from '#domain/calendar/civil';
import { decided } from '#domain/record';
import { due } from '#functions/store/due';
import type { Table } from '#functions/store/table';
import { winners } from '#functions/store/winners';
import type { Cloud } from '#local/cloud';

/**
 * Puts a winner on the roll as the award's own consumer would: for stories that begin after the award and need no cycle
 * to have led there.
 */
export async function enrolled(cloud: Cloud, winner: Winner): Promise<void> {
  const { accessKeyId, secretAccessKey } = cloud.authority.operator;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${cloud.ports.json}`,
    region: cloud.model.place.region,
    credentials: { accessKeyId, secretAccessKey },
  });
  const named = (part: RegExp) => cloud.model.tables.find(({ name }) => part.test(name))?.name ?? '';
  const now = new Date(cloud.clock.now()).toISOString();
  const table: Table = {
    documents: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    core: named(/core/i),
    audit: named(/audit/i),
    newId: (prefix) => `${prefix}_${ulid()}`,
    now: () => now,
  };
  await due(table).markYear(yearOf(winner.decision.date) + 1);
  await winners(table).save(decided({ actor: systemActor, now }, winner, { type: 'winnerEnrolled' }));
  client.destroy();
}
