import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand as DocumentQuery } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core, serve, tableArn } from './server.ts';
import type { Served } from './server.ts';

const key = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

describe('Items', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    served.dynamodb.createTable(core);
  });
  afterAll(() => served.stop());
  const client = () => served.client;
  const put = (item: PutItemCommand['input']['Item']) =>
    client().send(new PutItemCommand({ TableName: 'core', Item: item }));

  it('come back as they were put, through the document client too', async () => {
    const document = DynamoDBDocumentClient.from(client());
    const item = { pk: 'doc', sk: 'a', list: [1, { two: null }], set: new Set(['x']), bytes: Buffer.from('市长') };
    await document.send(new PutCommand({ TableName: 'core', Item: item }));
    const { Item } = await document.send(new GetCommand({ TableName: 'core', Key: { pk: 'doc', sk: 'a' } }));
    expect({ ...Item, bytes: Buffer.from(Item?.['bytes']).toString() }).toEqual({ ...item, bytes: '市长' });
  });

  it('are found by a table named by its ARN, and not by the ARN of another region', async () => {
    await put(key('arn', 'a'));
    const byArn = (arn: string) => client().send(new GetItemCommand({ TableName: arn, Key: key('arn', 'a') }));
    expect((await byArn(tableArn('core'))).Item).toEqual(key('arn', 'a'));
    await expect(byArn(tableArn('core').replace('cn-north-1', 'cn-northwest-1'))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const batch = new BatchGetItemCommand({ RequestItems: { [tableArn('core')]: { Keys: [key('arn', 'a')] } } });
    expect((await client().send(batch)).Responses).toEqual({ [tableArn('core')]: [key('arn', 'a')] });
  });

  it('answer a failed condition with the item that stands in the way, when asked to', async () => {
    const item = { ...key('condition', 'a'), version: { N: '3' } };
    await put(item);
    const create = (asked: 'ALL_OLD' | 'NONE') =>
      client().send(
        new PutItemCommand({
          TableName: 'core',
          Item: key('condition', 'a'),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: asked,
        }),
      );
    await expect(create('ALL_OLD')).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: item });
    await expect(create('NONE')).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: undefined });
  });

  it('with equal lists and maps are equal', async () => {
    const value = { L: [{ S: 'a' }, { M: { n: { N: '1.0' } } }] };
    await put({ ...key('equal', 'a'), v: value });
    const { Attributes } = await client().send(
      new DeleteItemCommand({
        TableName: 'core',
        Key: key('equal', 'a'),
        ConditionExpression: 'v = :v',
        ExpressionAttributeValues: { ':v': { L: [{ S: 'a' }, { M: { n: { N: '1' } } }] } },
        ReturnValues: 'ALL_OLD',
      }),
    );
    expect(Attributes).toBeDefined();
  });

  it('over 400 KB are refused, counted in bytes and not in characters', async () => {
    const heavy = (characters: number) => put({ ...key('heavy', 'a'), text: { S: '奖'.repeat(characters) } });
    await expect(heavy(140_000)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Item size has exceeded the maximum allowed size',
    });
    await heavy(130_000);
  });

  it('with a wrong or empty index key are refused', async () => {
    await expect(put({ ...key('index', 'a'), score: { S: '1' } })).rejects.toThrow('Type mismatch for Index Key score');
    await expect(put({ ...key('index', 'a'), kind: { S: '' } })).rejects.toThrow('cannot contain an empty string');
    const update = new UpdateItemCommand({
      TableName: 'core',
      Key: key('index', 'a'),
      UpdateExpression: 'SET kind = :empty',
      ExpressionAttributeValues: { ':empty': { S: '' } },
    });
    await expect(client().send(update)).rejects.toThrow('IndexKey: kind');
  });

  it('of an index come in the order of its sort key, in pages that join without gap or repeat', async () => {
    const scores = [7, -3, 100, 0, 12.5, -40];
    for (const [index, score] of scores.entries()) {
      await put({ ...key(`page-${index}`, 'a'), kind: { S: 'paged' }, score: { N: String(score) } });
    }
    const found: number[] = [];
    let start: Record<string, never> | undefined;
    do {
      const page = await client().send(
        new QueryCommand({
          TableName: 'core',
          IndexName: 'by-kind',
          KeyConditionExpression: 'kind = :kind',
          ExpressionAttributeValues: { ':kind': { S: 'paged' } },
          ExclusiveStartKey: start,
          Limit: 2,
          ScanIndexForward: false,
        }),
      );
      found.push(...(page.Items ?? []).map((item) => Number(item['score']?.N)));
      start = page.LastEvaluatedKey as typeof start;
    } while (start);
    expect(found).toEqual([100, 12.5, 7, 0, -3, -40]);
  });

  it('of a partition larger than 1 MB come in pages', async () => {
    for (let index = 0; index < 8; index += 1) {
      await put({ ...key('large', String(index)), text: { S: 'x'.repeat(300_000) } });
    }
    const query = {
      TableName: 'core',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'large' } },
    };
    const first = await client().send(new QueryCommand(query));
    expect(first.Count).toBe(4);
    const rest = await client().send(new QueryCommand({ ...query, ExclusiveStartKey: first.LastEvaluatedKey }));
    expect(rest.Items?.[0]?.['sk']).toEqual({ S: '4' });
  });

  it('of a partition with many rows all come, whatever the size of a read', async () => {
    const writes = Array.from({ length: 500 }, (_, index) => ({
      PutRequest: { Item: key('many', String(index).padStart(3, '0')) },
    }));
    for (let from = 0; from < writes.length; from += 25) {
      const RequestItems = { core: writes.slice(from, from + 25) };
      await client().send(new BatchWriteItemCommand({ RequestItems }));
    }
    const document = DynamoDBDocumentClient.from(client());
    const values = {
      TableName: 'core',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'many' },
    };
    for (const ScanIndexForward of [true, false]) {
      const { Items = [] } = await document.send(new DocumentQuery({ ...values, ScanIndexForward }));
      const order = Items.map((item) => Number(item['sk']));
      const expected = Array.from({ length: 500 }, (_, index) => index);
      expect(order).toEqual(ScanIndexForward ? expected : expected.reverse());
    }
  });

  it('of a filter are counted before and after it', async () => {
    for (const n of ['1', '2', '3']) await put({ ...key('filter', n), n: { N: n }, members: { L: [{ N: n }] } });
    const page = await client().send(
      new QueryCommand({
        TableName: 'core',
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'members = :members',
        ProjectionExpression: 'sk',
        ExpressionAttributeValues: { ':pk': { S: 'filter' }, ':members': { L: [{ N: '2' }] } },
      }),
    );
    expect(page).toMatchObject({ Count: 1, ScannedCount: 3, Items: [{ sk: { S: '2' } }] });
    const count = await client().send(new ScanCommand({ TableName: 'core', Select: 'COUNT' }));
    expect(count.Items).toBeUndefined();
    expect(count.Count).toBeGreaterThan(3);
  });

  it('twice in one batch are refused, and then none is written', async () => {
    const twice = [key('twice', 'a'), key('twice', 'b'), key('twice', 'a')].map((Item) => ({ PutRequest: { Item } }));
    const write = client().send(new BatchWriteItemCommand({ RequestItems: { core: twice } }));
    await expect(write).rejects.toThrow('duplicates');
    const read = await client().send(new GetItemCommand({ TableName: 'core', Key: key('twice', 'b') }));
    expect(read.Item).toBeUndefined();
  });

  it.each([
    ['a table that is not there', { TableName: 'nowhere', Item: key('a', 'b') }, 'ResourceNotFoundException'],
    ['an item without its key', { TableName: 'core', Item: { pk: { S: 'a' } } }, 'ValidationException'],
    [
      'a value of two types',
      { TableName: 'core', Item: { ...key('a', 'b'), v: { S: 'x', N: '1' } } },
      'ValidationException',
    ],
    [
      'an unused value',
      { TableName: 'core', Item: key('a', 'b'), ExpressionAttributeValues: { ':v': { S: 'x' } } },
      'ValidationException',
    ],
    [
      'a reserved word',
      { TableName: 'core', Item: key('a', 'b'), ConditionExpression: 'attribute_exists(owner)' },
      'ValidationException',
    ],
  ])('are refused with %s', async (_what, input, name) => {
    const command = new PutItemCommand(input as unknown as PutItemCommand['input']);
    // The SDK itself refuses a value of two types; on the wire it is DynamoDB that must.
    const direct = served.dynamodb.service.call('PutItem', { ...input }, served.authority.principal('AKIDTEST'));
    await expect(direct).rejects.toMatchObject({ name });
    if (name !== 'ValidationException') await expect(client().send(command)).rejects.toMatchObject({ name });
  });
});
