import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as sdk from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasJava, startAmazonDynamoDb } from '#local/dynamodb/amazon';
import type { AmazonDynamoDb } from '#local/dynamodb/amazon';
import { agrees, normal, plainValues } from './comparison.ts';
import type { Answer } from './comparison.ts';
import { RandomOperations } from './random-operations.ts';
import type { Request } from './random-operations.ts';
import { clientOf, core, serve } from './server.ts';
import type { Served } from './server.ts';

/** More of them, or others, by hand: ORACLE_OPERATIONS=5000 ORACLE_SEED=7 npx vitest run test/local/dynamodb/oracle. */
const operations = Number(process.env['ORACLE_OPERATIONS'] ?? 600);
const seed = Number(process.env['ORACLE_SEED'] ?? 20270301);

describe.skipIf(!hasJava())("Our DynamoDB answers as Amazon's DynamoDB Local does", () => {
  let amazon: AmazonDynamoDb;
  let theirs: DynamoDBClient;
  let ours: Served;

  beforeAll(async () => {
    amazon = await startAmazonDynamoDb({ port: await freePort() });
    theirs = clientOf(amazon.endpoint);
    ours = await serve();
    const table = { ...core, StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } };
    for (const client of [theirs, ours.client]) await send(client, { command: 'CreateTable', input: { ...table } });
  });
  afterAll(async () => {
    theirs?.destroy();
    await amazon?.stop();
    await ours?.stop();
  });

  it(`to ${operations} random operations, and holds the same items in the end`, { timeout: 600_000 }, async () => {
    const random = new RandomOperations(seed);
    const unexplained: { request: Request; theirs: Answer; ours: Answer }[] = [];
    const requests = Array.from({ length: operations }, () => random.next());
    for (const request of [...requests, { command: 'Scan', input: { TableName: 'core' } }]) {
      const answers = { theirs: await answer(theirs, request), ours: await answer(ours.client, request) };
      if (!agrees(answers.theirs, answers.ours, request)) unexplained.push({ request, ...answers });
    }
    expect(unexplained.slice(0, 3).map((one) => JSON.stringify(one))).toEqual([]);
  });

  it('with the same records in its stream, for each item in the same order', async () => {
    const streams = new DynamoDBStreamsClient({
      endpoint: amazon.endpoint,
      region: 'cn-north-1',
      credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' },
    });
    const expected = changesByItem(await amazonRecords(streams));
    streams.destroy();
    const { records } = ours.dynamodb.streams.read('core', 0, Number.MAX_SAFE_INTEGER);
    expect(changesByItem(records.map(({ eventName, dynamodb }) => ({ eventName, dynamodb })))).toEqual(expected);
    expect(Object.keys(expected).length).toBeGreaterThan(5);
  });
});

interface Change {
  readonly eventName?: string | undefined;
  readonly dynamodb?: object | undefined;
}

async function amazonRecords(client: DynamoDBStreamsClient): Promise<Change[]> {
  const { Streams: [stream] = [] } = await client.send(new ListStreamsCommand({ TableName: 'core' }));
  const StreamArn = stream?.StreamArn;
  const { StreamDescription: described } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const records: Change[] = [];
  for (const { ShardId } of described?.Shards ?? []) {
    const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let { ShardIterator } = await client.send(new GetShardIteratorCommand(from));
    while (ShardIterator !== undefined) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }));
      records.push(...Records);
      ShardIterator = Records.length > 0 ? NextShardIterator : undefined;
    }
  }
  return records;
}

/** What happened to each item, in order; the order of different items within one transaction is nobody's promise. */
function changesByItem(records: readonly Change[]): Record<string, unknown[]> {
  const changes: Record<string, unknown[]> = {};
  for (const { eventName, dynamodb } of records) {
    const { Keys, OldImage, NewImage } = plainValues(dynamodb);
    const id = JSON.stringify(Keys);
    (changes[id] ??= []).push({ eventName, OldImage, NewImage });
  }
  return changes;
}

async function answer(client: DynamoDBClient, request: Request): Promise<Answer> {
  try {
    return normal(await withoutIdleEnd(client, request, await send(client, request)), request);
  } catch (error) {
    const { name, message, CancellationReasons: reasons, Item } = error as sdk.TransactionCanceledException & Answer;
    return normal({ error: name, message, reasons, Item }, request);
  }
}

/**
 * DynamoDB answers a LastEvaluatedKey whenever the Limit was reached, even if nothing lies behind; DynamoDB Local
 * sometimes sees that nothing does. So a key behind which nothing lies is taken away from both.
 */
async function withoutIdleEnd(client: DynamoDBClient, request: Request, page: Answer): Promise<Answer> {
  const { LastEvaluatedKey: key, ...rest } = page;
  if (key === undefined) return page;
  const { Limit: _limit, ...input } = request.input;
  const next = await send(client, { ...request, input: { ...input, ExclusiveStartKey: key } });
  return next['ScannedCount'] === 0 ? rest : page;
}

type Command = new (input: Record<string, unknown>) => never;

async function send(client: DynamoDBClient, { command, input }: Request): Promise<Answer> {
  const Named = (sdk as unknown as Record<string, Command>)[`${command}Command`];
  if (Named === undefined) throw new Error(`The SDK has no command ${command}`);
  return (await client.send(new Named(structuredClone(input)))) as unknown as Answer;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
