import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AwsError } from '#local/contracts';
import type { Authority, AwardClock } from '#local/contracts';
import { createDynamoDb } from '#local/dynamodb/dynamodb';
import type { DynamoDb, TemplateTable } from '#local/dynamodb/dynamodb';
import { jsonHttpServer } from '#local/json-services';

export const place = { region: 'cn-north-1', partition: 'aws-cn', account: '000000000000' };
export const tableArn = (name: string) => `arn:aws-cn:dynamodb:cn-north-1:000000000000:table/${name}`;

/** A clock that the test moves. */
export class MovedClock implements AwardClock {
  time: number;
  constructor(time: number) {
    this.time = time;
  }
  now(): number {
    return this.time;
  }
  offset(): number {
    return this.time - Date.now();
  }
}

export interface Call {
  action: string;
  resource: string;
  context?: Record<string, string | string[]> | undefined;
}

/** Allows everything that the test does not forbid, and remembers what was asked. */
export class RememberingAuthority implements Authority {
  readonly asked: Call[] = [];
  readonly recorded: Call[] = [];
  forbidden: string | undefined;

  principal(accessKeyId: string) {
    return { accessKeyId, secretAccessKey: 'secret', name: 'test' };
  }
  authorize(_principal: unknown, action: string, resource: string, context?: Record<string, string | string[]>): void {
    this.asked.push({ action, resource, ...(context && { context }) });
    if (action === this.forbidden) throw new AwsError('AccessDeniedException', `not authorized to perform: ${action}`);
  }
  record(_principal: unknown, action: string, resource: string): void {
    this.recorded.push({ action, resource });
  }
  forget(): void {
    this.asked.length = 0;
    this.recorded.length = 0;
  }
}

export interface Served {
  readonly dynamodb: DynamoDb;
  readonly client: DynamoDBClient;
  readonly authority: RememberingAuthority;
  readonly clock: MovedClock;
  stop(): Promise<void>;
}

/** A local DynamoDB behind HTTP, and the SDK's client of it. */
export async function serve(options: { file?: string; machineTime?: () => number } = {}): Promise<Served> {
  const authority = new RememberingAuthority();
  const clock = new MovedClock(Date.UTC(2027, 2, 1));
  const dynamodb = createDynamoDb({ ...place, file: ':memory:', clock, authority, ...options });
  const server = jsonHttpServer([dynamodb.service], authority);
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const client = clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { dynamodb, client, authority, clock, stop: () => stop(server, client, dynamodb) };
}

export function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' };
  return new DynamoDBClient({ endpoint, region: 'cn-north-1', credentials, maxAttempts: 1 });
}

async function stop(server: Server, client: DynamoDBClient, dynamodb: DynamoDb): Promise<void> {
  client.destroy();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  dynamodb.close();
}

/** pk, sk; index by-kind (kind, score: number), all attributes; index by-owner (owner), keys only; stream. */
export const core: TemplateTable = {
  TableName: 'core',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'kind', AttributeType: 'S' },
    { AttributeName: 'score', AttributeType: 'N' },
    { AttributeName: 'owner', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-kind',
      KeySchema: [
        { AttributeName: 'kind', KeyType: 'HASH' },
        { AttributeName: 'score', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'by-owner',
      KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
};
