import * as sdk from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { core, serve, tableArn } from './server.ts';
import type { Call, Served } from './server.ts';

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'META' } });
const TableName = 'core';
const arn = tableArn('core');
const leading = (...keys: string[]) => ({ context: { 'dynamodb:leadingkeys': keys } });
const byPk = { KeyConditionExpression: 'pk = :v', ExpressionAttributeValues: { ':v': { S: 'a' } } };
const byKind = { KeyConditionExpression: 'kind = :v', ExpressionAttributeValues: { ':v': { S: 'k' } } };
const check = { TableName, Key: key('c'), ConditionExpression: 'attribute_not_exists(pk)' };
const add = { UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': { N: '1' } } };

type AnyCommand = sdk.GetItemCommand;
const command = (one: unknown) => one as AnyCommand;

const calls: [string, AnyCommand, Call[]][] = [
  [
    'GetItem',
    command(new sdk.GetItemCommand({ TableName, Key: key('a') })),
    [{ action: 'dynamodb:GetItem', resource: arn, ...leading('a') }],
  ],
  [
    'PutItem',
    command(new sdk.PutItemCommand({ TableName, Item: key('a') })),
    [{ action: 'dynamodb:PutItem', resource: arn, ...leading('a') }],
  ],
  [
    'UpdateItem',
    command(new sdk.UpdateItemCommand({ TableName, Key: key('a'), ...add })),
    [{ action: 'dynamodb:UpdateItem', resource: arn, ...leading('a') }],
  ],
  [
    'DeleteItem',
    command(new sdk.DeleteItemCommand({ TableName: arn, Key: key('a') })),
    [{ action: 'dynamodb:DeleteItem', resource: arn, ...leading('a') }],
  ],
  [
    'Query',
    command(new sdk.QueryCommand({ TableName, ...byPk })),
    [{ action: 'dynamodb:Query', resource: arn, ...leading('a') }],
  ],
  [
    'Query',
    command(new sdk.QueryCommand({ TableName, IndexName: 'by-kind', ...byKind })),
    [{ action: 'dynamodb:Query', resource: `${arn}/index/by-kind`, ...leading('k') }],
  ],
  [
    'Scan',
    command(new sdk.ScanCommand({ TableName, IndexName: 'by-owner' })),
    [{ action: 'dynamodb:Scan', resource: `${arn}/index/by-owner` }],
  ],
  [
    'BatchGetItem',
    command(new sdk.BatchGetItemCommand({ RequestItems: { core: { Keys: [key('a'), key('b')] } } })),
    [{ action: 'dynamodb:BatchGetItem', resource: arn, ...leading('a', 'b') }],
  ],
  [
    'BatchWriteItem',
    command(
      new sdk.BatchWriteItemCommand({
        RequestItems: { core: [{ PutRequest: { Item: key('a') } }, { DeleteRequest: { Key: key('b') } }] },
      }),
    ),
    [{ action: 'dynamodb:BatchWriteItem', resource: arn, ...leading('a', 'b') }],
  ],
  [
    'TransactWriteItems',
    command(
      new sdk.TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: key('p') } },
          { Update: { TableName, Key: key('u'), ...add } },
          { Delete: { TableName, Key: key('d') } },
          { ConditionCheck: check },
        ],
      }),
    ),
    [
      { action: 'dynamodb:PutItem', resource: arn, ...leading('p') },
      { action: 'dynamodb:UpdateItem', resource: arn, ...leading('u') },
      { action: 'dynamodb:DeleteItem', resource: arn, ...leading('d') },
      { action: 'dynamodb:ConditionCheckItem', resource: arn, ...leading('c') },
    ],
  ],
  [
    'TransactGetItems',
    command(new sdk.TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key: key('a') } }] })),
    [{ action: 'dynamodb:GetItem', resource: arn, ...leading('a') }],
  ],
  [
    'DescribeTable',
    command(new sdk.DescribeTableCommand({ TableName })),
    [{ action: 'dynamodb:DescribeTable', resource: arn }],
  ],
  [
    'DescribeTimeToLive',
    command(new sdk.DescribeTimeToLiveCommand({ TableName })),
    [{ action: 'dynamodb:DescribeTimeToLive', resource: arn }],
  ],
  ['ListTables', command(new sdk.ListTablesCommand({})), [{ action: 'dynamodb:ListTables', resource: '*' }]],
];

describe('Every call', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
    served.dynamodb.createTable(core);
  });
  afterAll(() => served.stop());
  beforeEach(() => {
    served.authority.forget();
    served.authority.forbidden = undefined;
  });

  it.each(calls)('of %s asks for the grants that AWS asks for, and is counted once', async (name, sent, expected) => {
    await served.client.send(sent);
    expect(served.authority.asked).toEqual(expected);
    expect(served.authority.recorded).toEqual([{ action: `dynamodb:${name}`, resource: expected[0]?.resource }]);
  });

  it('without its grant is denied, and changes nothing', async () => {
    served.authority.forbidden = 'dynamodb:ConditionCheckItem';
    const TransactItems = [{ Put: { TableName, Item: key('denied') } }, { ConditionCheck: check }];
    await expect(served.client.send(new sdk.TransactWriteItemsCommand({ TransactItems }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    served.authority.forbidden = undefined;
    const { Item } = await served.client.send(new sdk.GetItemCommand({ TableName, Key: key('denied') }));
    expect(Item).toBeUndefined();
  });

  it('of an operation that is not emulated is refused by its name', async () => {
    const refused = served.client.send(new sdk.ExecuteStatementCommand({ Statement: 'SELECT * FROM core' }));
    await expect(refused).rejects.toMatchObject({ name: 'UnknownOperationException' });
    await expect(refused).rejects.toThrow('ExecuteStatement');
  });
});
