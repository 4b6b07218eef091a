import {
  GetItemCommand,
  PutItemCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { core, serve } from './server.ts';
import type { Served } from './server.ts';

const key = (pk: string, sk = 'META') => ({ pk: { S: pk }, sk: { S: sk } });

describe('A transaction', () => {
  let served: Served;
  let machineTime = Date.UTC(2027, 2, 1);
  beforeAll(async () => {
    served = await serve({ machineTime: () => machineTime });
    served.dynamodb.createTable(core);
  });
  afterAll(() => served.stop());

  const write = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
    served.client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
  const read = async (pk: string) =>
    (await served.client.send(new GetItemCommand({ TableName: 'core', Key: key(pk) }))).Item;
  const put = (pk: string, more: object = {}) => ({ Put: { TableName: 'core', Item: key(pk), ...more } });
  const increment = (pk: string) => ({
    Update: {
      TableName: 'core',
      Key: key(pk),
      UpdateExpression: 'ADD version :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    },
  });
  const onlyIfNew = { ConditionExpression: 'attribute_not_exists(pk)' };

  it('writes all its items', async () => {
    await write([put('all-1'), increment('all-2'), { Delete: { TableName: 'core', Key: key('all-3') } }]);
    expect(await read('all-1')).toEqual(key('all-1'));
    expect(await read('all-2')).toEqual({ ...key('all-2'), version: { N: '1' } });
  });

  it('writes nothing when one condition fails, and gives each item its reason', async () => {
    await served.client.send(new PutItemCommand({ TableName: 'core', Item: { ...key('there'), version: { N: '4' } } }));
    const cancelled = write([
      put('nothing'),
      put('there', { ...onlyIfNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      { ConditionCheck: { TableName: 'core', Key: key('absent'), ConditionExpression: 'attribute_exists(pk)' } },
    ]);
    await expect(cancelled).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons ' +
        '[None, ConditionalCheckFailed, ConditionalCheckFailed]',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ConditionalCheckFailed',
          Message: 'The conditional request failed',
          Item: { ...key('there'), version: { N: '4' } },
        },
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
      ],
    });
    expect(await read('nothing')).toBeUndefined();
  });

  it('is cancelled by an update that cannot be applied', async () => {
    const impossible = {
      Update: {
        TableName: 'core',
        Key: key('invalid'),
        UpdateExpression: 'SET sum_of = never_set + :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      },
    };
    await expect(write([put('beside-invalid'), impossible])).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
    expect(await read('beside-invalid')).toBeUndefined();
  });

  it('is done once, however often its token comes within ten minutes', async () => {
    await write([increment('once')], 'token-1');
    await write([increment('once')], 'token-1');
    expect(await read('once')).toMatchObject({ version: { N: '1' } });
    await expect(write([increment('other')], 'token-1')).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    machineTime += 11 * 60 * 1000;
    await write([increment('once')], 'token-1');
    expect(await read('once')).toMatchObject({ version: { N: '2' } });
  });

  it('that failed may be tried again with its token', async () => {
    const waiting = {
      Put: { TableName: 'core', Item: key('retry', 'b') },
    };
    const check = {
      ConditionCheck: { TableName: 'core', Key: key('retry'), ConditionExpression: 'attribute_exists(pk)' },
    };
    await expect(write([waiting, check], 'token-2')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    await write([put('retry')]);
    await write([waiting, check], 'token-2');
  });

  it.each([
    ['two operations on one item', [put('double'), increment('double')], 'multiple operations on one item'],
    ['no item', [], 'greater than or equal to 1'],
    ['101 items', Array.from({ length: 101 }, (_, index) => put(`n${index}`)), 'less than or equal to 100'],
    ['an item of two kinds', [{ ...put('two-kinds'), ...increment('two-kinds') }], 'only contain one of'],
    [
      'a syntax error',
      [put('syntax', { ConditionExpression: 'attribute_not_exist(pk)' })],
      'Invalid ConditionExpression',
    ],
    [
      'a check without condition',
      [{ ConditionCheck: { TableName: 'core', Key: key('x') } }],
      'Member must not be null',
    ],
  ])('of %s is refused as a whole', async (_what, items, message) => {
    const refused = write(items as TransactWriteItem[]);
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(refused).rejects.toThrow(message);
  });

  it('on a table that is not there is refused', async () => {
    const elsewhere = { Put: { TableName: 'nowhere', Item: key('a') } };
    await expect(write([put('here'), elsewhere])).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(await read('here')).toBeUndefined();
  });

  it('reads items together, with a place for each that is not there', async () => {
    await write([put('got')]);
    const gets = ['got', 'not-got'].map((pk) => ({ Get: { TableName: 'core', Key: key(pk) } }));
    const { Responses } = await served.client.send(new TransactGetItemsCommand({ TransactItems: gets }));
    expect(Responses).toEqual([{ Item: key('got') }, {}]);
  });
});
