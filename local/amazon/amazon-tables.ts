import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsError, type Authority, type BusySource } from '../contracts.ts';
import { startAmazonDynamoDb } from '../dynamodb/amazon.ts';
import type { DynamoDb, TemplateTable } from '../dynamodb/dynamodb.ts';
import type { Place } from '../template/partition.ts';
import { grantsNeeded } from './grants.ts';
import { createStreamMirror } from './stream-mirror.ts';
import { sendTo } from './wire.ts';

export interface AmazonTablesOptions {
  readonly port: number;
  readonly dir: string;
  readonly authority: Authority;
  readonly place: Place;
  readonly tables: readonly TemplateTable[];
}

/** What the local cloud needs of a DynamoDB, whosever it is. */
export interface Tables extends Pick<DynamoDb, 'service' | 'streams' | 'ttl' | 'tables' | 'scanForStatus'> {
  readonly busy: BusySource;
  close(): Promise<void> | void;
}

/**
 * Amazon's own DynamoDB Local behind our wire, so that policies are enforced and calls counted. It expires items by
 * the machine's clock, and the status page does not see into it.
 */
export async function startAmazonTables(options: AmazonTablesOptions): Promise<Tables> {
  const { dir, authority, place } = options;
  const directory = join(dir, 'amazon-dynamodb');
  mkdirSync(directory, { recursive: true });
  const amazon = await startAmazonDynamoDb({ port: options.port, directory });
  const send = sendTo(amazon.endpoint);
  const mirror = createStreamMirror(join(dir, 'amazon-streams.sqlite'), send);
  const prefix = `arn:${place.partition}:dynamodb:${place.region}:${place.account}:table/`;
  for (const table of options.tables) {
    const streamArn = await ensureTable(send, table);
    if (streamArn !== undefined) mirror.follow(table.TableName, streamArn);
  }
  mirror.start();
  return {
    service: {
      targetPrefix: 'DynamoDB_20120810',
      async call(operation, input, principal) {
        const grants = grantsNeeded(operation, input, prefix);
        for (const { action, resource } of grants) authority.authorize(principal, action, resource);
        authority.record(principal, `dynamodb:${operation}`, grants[0]?.resource ?? '*');
        try {
          return await send(`DynamoDB_20120810.${operation}`, input);
        } finally {
          if (!/^(Get|Query|Scan|BatchGet|TransactGet|Describe|List)/.test(operation)) mirror.touched();
        }
      },
    },
    streams: mirror.streams,
    busy: mirror.busy,
    ttl: { name: 'expiry in DynamoDB Local', nextDue: () => undefined, runDue: async () => undefined },
    tables: () => [],
    scanForStatus: () => [],
    async close() {
      mirror.stop();
      await amazon.stop();
    },
  };
}

/** Makes the table if it is not there, and answers its stream. */
async function ensureTable(send: ReturnType<typeof sendTo>, definition: TemplateTable): Promise<string | undefined> {
  const { TimeToLiveAttribute, ...input } = definition;
  const { TableName } = input;
  const described = await send('DynamoDB_20120810.DescribeTable', { TableName }).catch(async (error: unknown) => {
    if (!(error instanceof AwsError) || error.name !== 'ResourceNotFoundException') throw error;
    await send('DynamoDB_20120810.CreateTable', input);
    if (TimeToLiveAttribute !== undefined) {
      const TimeToLiveSpecification = { AttributeName: TimeToLiveAttribute, Enabled: true };
      await send('DynamoDB_20120810.UpdateTimeToLive', { TableName, TimeToLiveSpecification });
    }
    return send('DynamoDB_20120810.DescribeTable', { TableName });
  });
  return (described['Table'] as { LatestStreamArn?: string }).LatestStreamArn;
}
