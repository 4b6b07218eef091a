import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core, serve } from './server.ts';
import type { Served } from './server.ts';

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'META' } });
const asked = { TableName: 'core', ReturnConsumedCapacity: 'INDEXES' } as const;

describe('Consumed capacity', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    served.dynamodb.createTable(core);
    const text = { S: '奖'.repeat(1000) };
    await served.client.send(
      new PutItemCommand({ TableName: 'core', Item: { ...key('read'), kind: { S: 'k' }, score: { N: '1' }, text } }),
    );
  });
  afterAll(() => served.stop());

  it('of a write is one unit for each KB, of the table and of each index it changes', async () => {
    // 3,000 bytes of Chinese text and the keys: three units.
    const item = {
      ...key('write'),
      kind: { S: 'k' },
      score: { N: '1' },
      owner: { S: 'o' },
      text: { S: '奖'.repeat(1000) },
    };
    const { ConsumedCapacity } = await served.client.send(new PutItemCommand({ ...asked, Item: item }));
    expect(ConsumedCapacity).toEqual({
      TableName: 'core',
      CapacityUnits: 7,
      Table: { CapacityUnits: 3 },
      GlobalSecondaryIndexes: { 'by-kind': { CapacityUnits: 3 }, 'by-owner': { CapacityUnits: 1 } },
    });
  });

  it('of an update is nothing for an index that stays as it is, and twice for one whose key moves', async () => {
    const item = { ...key('move'), kind: { S: 'k' }, score: { N: '1' }, owner: { S: 'o' } };
    await served.client.send(new PutItemCommand({ TableName: 'core', Item: item }));
    const move = new UpdateItemCommand({
      ...asked,
      Key: key('move'),
      UpdateExpression: 'SET score = :score',
      ExpressionAttributeValues: { ':score': { N: '2' } },
    });
    expect((await served.client.send(move)).ConsumedCapacity).toMatchObject({
      CapacityUnits: 3,
      GlobalSecondaryIndexes: { 'by-kind': { CapacityUnits: 2 } },
    });
    expect((await served.client.send(move)).ConsumedCapacity).toEqual({
      TableName: 'core',
      CapacityUnits: 1,
      Table: { CapacityUnits: 1 },
    });
  });

  it.each([
    [true, 1],
    [false, 0.5],
  ])('of a read (consistent: %s) of up to 4 KB is %d', async (ConsistentRead, units) => {
    const get = new GetItemCommand({
      TableName: 'core',
      ReturnConsumedCapacity: 'TOTAL',
      Key: key('read'),
      ConsistentRead,
    });
    expect((await served.client.send(get)).ConsumedCapacity).toEqual({ TableName: 'core', CapacityUnits: units });
  });

  it('of a query is the sum of what it reads, before the filter, and lies with the index', async () => {
    const query = new QueryCommand({
      ...asked,
      IndexName: 'by-kind',
      KeyConditionExpression: 'kind = :kind',
      FilterExpression: 'attribute_not_exists(pk2) AND size(sk) > :many',
      ExpressionAttributeValues: { ':kind': { S: 'k' }, ':many': { N: '99' } },
    });
    const page = await served.client.send(query);
    expect(page.Count).toBe(0);
    expect(page.ConsumedCapacity).toMatchObject({
      CapacityUnits: 1,
      Table: { CapacityUnits: 0 },
      GlobalSecondaryIndexes: { 'by-kind': { CapacityUnits: 1 } },
    });
  });

  it('of a batch is the sum over its items, absent ones included', async () => {
    const RequestItems = { core: { Keys: [key('read'), key('absent')], ConsistentRead: true } };
    const batch = new BatchGetItemCommand({ RequestItems, ReturnConsumedCapacity: 'TOTAL' });
    expect((await served.client.send(batch)).ConsumedCapacity).toEqual([{ TableName: 'core', CapacityUnits: 2 }]);
  });

  it('of a transaction counts twice', async () => {
    const TransactItems = ['t1', 't2'].map((pk) => ({ Put: { TableName: 'core', Item: key(pk) } }));
    const write = new TransactWriteItemsCommand({
      TransactItems,
      ReturnConsumedCapacity: 'TOTAL',
      ClientRequestToken: 't',
    });
    const four = { TableName: 'core', CapacityUnits: 4 };
    expect((await served.client.send(write)).ConsumedCapacity).toEqual([{ ...four, WriteCapacityUnits: 4 }]);
    // Repeated, it only reads.
    expect((await served.client.send(write)).ConsumedCapacity).toEqual([{ ...four, ReadCapacityUnits: 4 }]);
    const gets = ['t1', 't2'].map((pk) => ({ Get: { TableName: 'core', Key: key(pk) } }));
    const read = new TransactGetItemsCommand({ TransactItems: gets, ReturnConsumedCapacity: 'TOTAL' });
    expect((await served.client.send(read)).ConsumedCapacity).toEqual([{ ...four, ReadCapacityUnits: 4 }]);
  });

  it('is not told to who does not ask', async () => {
    const { ConsumedCapacity } = await served.client.send(
      new PutItemCommand({ TableName: 'core', Item: key('quiet') }),
    );
    expect(ConsumedCapacity).toBeUndefined();
  });
});
