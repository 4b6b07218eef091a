import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Authority } from '../contracts.ts';
import { jsonHttpServer } from '../json-services.ts';
import { createDynamoDb } from './dynamodb.ts';

/*
 * node local/dynamodb/bench.ts: transactions of three items a second, over HTTP with the SDK, file on disk, with a
 * stream and a global index. The server is a process of its own, as the callers' threads are in the local cloud.
 */
const everybody: Authority = {
  principal: (accessKeyId) => ({ accessKeyId, secretAccessKey: 'secret', name: 'bench' }),
  authorize: () => {},
  record: () => {},
};

function serve(directory: string): void {
  const dynamodb = createDynamoDb({
    file: join(directory, 'bench.sqlite'),
    clock: { now: Date.now, offset: () => 0 },
    region: 'cn-north-1',
    partition: 'aws-cn',
    account: '000000000000',
    authority: everybody,
  });
  dynamodb.createTable({
    TableName: 'core',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'kind'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'by-kind',
        KeySchema: [
          { AttributeName: 'kind', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  const server = jsonHttpServer([dynamodb.service], everybody);
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

async function measure(port: number, callers: number, count: number): Promise<number> {
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'secret' },
  });
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < count) await client.send(save(callers, next++));
    }),
  );
  client.destroy();
  return Math.round((count * 1000) / (performance.now() - started));
}

/** As a store saves: a record under its version, and two events. */
function save(run: number, index: number): TransactWriteItemsCommand {
  const pk = { S: `APP#${run}-${index % 100}` };
  const event = (part: string) => ({
    Put: {
      TableName: 'core',
      Item: { pk, sk: { S: `EVENT#${index}#${part}` }, text: { S: '记录'.repeat(100) } },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  const record = {
    Update: {
      TableName: 'core',
      Key: { pk, sk: { S: 'META' } },
      UpdateExpression: 'SET kind = :kind ADD version :one',
      ExpressionAttributeValues: { ':kind': { S: 'application' }, ':one': { N: '1' } },
    },
  };
  return new TransactWriteItemsCommand({ TransactItems: [record, event('a'), event('b')] });
}

async function bench(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'dynamodb-bench-'));
  const child = fork(import.meta.filename, [directory]);
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message) => resolve(message as number));
      child.once('exit', () => reject(new Error('The server did not start')));
    });
    await measure(port, 4, 500);
    for (const callers of [1, 8]) {
      console.log(`${callers} callers: ${await measure(port, callers, 2000)} transactions of three items a second`);
    }
  } finally {
    child.kill();
    rmSync(directory, { recursive: true, force: true });
  }
}

const [, , directory] = process.argv;
if (directory === undefined) await bench();
else serve(directory);
