import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '#functions/store/table';
import type { Authority } from './contracts.ts';
import { AwsError } from './contracts.ts';
import { createDynamoDb } from './dynamodb/dynamodb.ts';
import { jsonHttpServer } from './json-services.ts';
import { close, listen } from './ports.ts';

/** A table to look at. */
export interface OpenTable {
  readonly table: Table;
  close(): Promise<void>;
}

const looks = new Set(['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem']);

/** Whoever looks may look, and do nothing else. */
const onlyLooking: Authority = {
  principal: (accessKeyId) => ({ accessKeyId, secretAccessKey: 'looking', name: 'looking' }),
  authorize: (_, action) => {
    if (!looks.has(action)) throw new AwsError('AccessDeniedException', `only reads: ${action}`);
  },
  record: () => undefined,
};

const never = (): never => {
  throw new Error('A command that only looks makes no record');
};

const tableOf = (client: DynamoDBClient, core: string): Table => ({
  documents: DynamoDBDocumentClient.from(client),
  ...{ core, audit: '', newId: never, now: never },
});

/** A deployed table by its name, in the region and with the credentials that the environment gives. */
export function deployedTable(core: string): OpenTable {
  const client = new DynamoDBClient({});
  return { table: tableOf(client, core), close: () => Promise.resolve(client.destroy()) };
}

/** The records in a data directory, whether its local cloud is running or not. Undefined when there are none. */
export async function tableInDirectory(dir: string): Promise<OpenTable | undefined> {
  const file = join(dir, 'dynamodb.sqlite');
  if (!existsSync(file)) return undefined;
  const place = { region: 'local', partition: 'aws', account: '000000000000' };
  const dynamodb = createDynamoDb({
    ...{ ...place, file, authority: onlyLooking },
    clock: { now: Date.now, offset: () => 0 },
  });
  const core = dynamodb.tables().find(({ name }) => /core/i.test(name))?.name;
  if (core === undefined) {
    dynamodb.close();
    return undefined;
  }
  const server = jsonHttpServer([dynamodb.service], onlyLooking);
  await listen(server, 0, 'records');
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: place.region,
    credentials: { accessKeyId: 'LOOKING', secretAccessKey: 'looking' },
  });
  return {
    table: tableOf(client, core),
    async close() {
      client.destroy();
      await close(server);
      dynamodb.close();
    },
  };
}
