import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { core, serve, tableArn } from './server.ts';
import type { Served } from './server.ts';

const item = { pk: { S: 'a' }, sk: { S: 'META' }, kind: { S: 'k' }, score: { N: '1' }, owner: { S: 'o' } };
const { GlobalSecondaryIndexes: indexes = [] } = core;

describe('A table', () => {
  let served: Served;
  beforeEach(async () => {
    served = await serve();
    served.dynamodb.createTable(core);
    await served.client.send(new PutItemCommand({ TableName: 'core', Item: item }));
  });
  afterEach(() => served.stop());

  const byKind = async () => {
    const query = { KeyConditionExpression: 'kind = :k', ExpressionAttributeValues: { ':k': { S: 'k' } } };
    return (await served.client.send(new QueryCommand({ TableName: 'core', IndexName: 'by-kind', ...query }))).Items;
  };
  const described = async () => (await served.client.send(new DescribeTableCommand({ TableName: 'core' }))).Table;

  it('is described with ARNs of its own partition, its stream and what it holds', async () => {
    expect(await described()).toMatchObject({
      TableName: 'core',
      TableArn: tableArn('core'),
      TableStatus: 'ACTIVE',
      ItemCount: 1,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      LatestStreamArn: expect.stringMatching(/^arn:aws-cn:dynamodb:.*\/stream\/2027-03-01T/),
      GlobalSecondaryIndexes: [
        { IndexName: 'by-kind', IndexArn: `${tableArn('core')}/index/by-kind`, IndexStatus: 'ACTIVE', ItemCount: 1 },
        { IndexName: 'by-owner' },
      ],
    });
  });

  it('stays with its data and its stream when it is created again at the next start', async () => {
    const before = await described();
    served.clock.time += 1000;
    served.dynamodb.createTable(core);
    expect(await described()).toEqual(before);
    expect(await byKind()).toEqual([item]);
  });

  it('gets a new index filled with what it holds, loses one that is no longer defined, fills one that changed', async () => {
    const [kind, owner] = indexes;
    if (kind === undefined || owner === undefined) throw new Error('core has two indexes');
    // As in the template: attributes that no key uses are not defined.
    const attributes = core.AttributeDefinitions;
    const without = (name: string) => attributes.filter((one) => one.AttributeName !== name);
    served.dynamodb.createTable({ ...core, AttributeDefinitions: without('owner'), GlobalSecondaryIndexes: [kind] });
    served.dynamodb.createTable(core);
    const byOwner = {
      TableName: 'core',
      IndexName: 'by-owner',
      KeyConditionExpression: '#o = :o',
      ExpressionAttributeNames: { '#o': 'owner' },
      ExpressionAttributeValues: { ':o': { S: 'o' } },
    };
    const { pk, sk } = item;
    expect((await served.client.send(new QueryCommand(byOwner))).Items).toEqual([{ pk, sk, owner: item.owner }]);

    const other = { ...kind, KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' as const }] };
    served.dynamodb.createTable({
      ...core,
      AttributeDefinitions: without('score'),
      GlobalSecondaryIndexes: [{ ...other, Projection: { ProjectionType: 'KEYS_ONLY' } }, owner],
    });
    expect(await byKind()).toEqual([{ pk, sk, kind: item.kind }]);
  });

  it('whose key would change is refused at the start, with its name', () => {
    const KeySchema = core.KeySchema.slice(0, 1);
    const AttributeDefinitions = core.AttributeDefinitions.filter((one) => one.AttributeName !== 'sk');
    expect(() => served.dynamodb.createTable({ ...core, AttributeDefinitions, KeySchema })).toThrow(
      /core.*key cannot change/,
    );
  });

  it('of a definition that DynamoDB would refuse is refused at the start', () => {
    expect(() => served.dynamodb.createTable({ ...core, TableName: 'new', AttributeDefinitions: [] })).toThrow(
      'Some index key attribute have no definition',
    );
  });

  it('is created by request once, listed in pages, and deleted with its items', async () => {
    const create = (TableName: string) =>
      served.client.send(
        new CreateTableCommand({ ...core, TableName, StreamSpecification: undefined } as CreateTableCommandInput),
      );
    await create('second');
    await create('third');
    await expect(create('second')).rejects.toMatchObject({ name: 'ResourceInUseException' });
    const page = await served.client.send(new ListTablesCommand({ Limit: 2 }));
    expect(page).toMatchObject({ TableNames: ['core', 'second'], LastEvaluatedTableName: 'second' });
    const rest = await served.client.send(new ListTablesCommand({ ExclusiveStartTableName: 'second' }));
    expect(rest).toMatchObject({ TableNames: ['third'] });

    await served.client.send(new DeleteTableCommand({ TableName: 'core' }));
    await expect(described()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    served.dynamodb.createTable(core);
    expect(await byKind()).toEqual([]);
  });

  it('under deletion protection is not deleted', async () => {
    served.dynamodb.createTable({ ...core, DeletionProtectionEnabled: true });
    const remove = served.client.send(new DeleteTableCommand({ TableName: 'core' }));
    await expect(remove).rejects.toThrow('protected against deletion');
    expect(await byKind()).toEqual([item]);
  });

  it('shows the status page its first items', () => {
    expect(served.dynamodb.tables()).toEqual([{ name: 'core', items: 1 }]);
    expect(served.dynamodb.scanForStatus('core', 5)).toEqual([item]);
    expect(served.dynamodb.scanForStatus('core', 0)).toEqual([]);
  });
});
