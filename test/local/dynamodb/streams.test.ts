import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sequenceOf } from '#local/dynamodb/stream-record';
import { core, serve, tableArn } from './server.ts';
import type { Served } from './server.ts';

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'META' } });
const day = 24 * 60 * 60 * 1000;

describe('The stream of a table', () => {
  let served: Served;
  let machineTime: number;
  beforeEach(async () => {
    machineTime = Date.UTC(2026, 10, 1);
    served = await serve({ machineTime: () => machineTime });
    served.dynamodb.createTable(core);
  });
  afterEach(() => served.stop());

  const put = (pk: string, more: object = {}) =>
    served.client.send(new PutItemCommand({ TableName: 'core', Item: { ...key(pk), ...more } }));
  const read = (after = 0, limit = 100) => served.dynamodb.streams.read('core', after, limit);

  it('tells of each change, in order, with the item before and after', async () => {
    await put('a');
    await served.client.send(
      new UpdateItemCommand({
        TableName: 'core',
        Key: key('a'),
        UpdateExpression: 'SET n = :n',
        ExpressionAttributeValues: { ':n': { N: '1' } },
      }),
    );
    await served.client.send(new DeleteItemCommand({ TableName: 'core', Key: key('a') }));
    const { records } = read();
    const changed = { ...key('a'), n: { N: '1' } };
    expect(
      records.map(({ eventName, dynamodb: { Keys, OldImage, NewImage } }) => ({ eventName, Keys, OldImage, NewImage })),
    ).toEqual([
      { eventName: 'INSERT', Keys: key('a'), OldImage: undefined, NewImage: key('a') },
      { eventName: 'MODIFY', Keys: key('a'), OldImage: key('a'), NewImage: changed },
      { eventName: 'REMOVE', Keys: key('a'), OldImage: changed, NewImage: undefined },
    ]);
    expect(records[0]).toMatchObject({
      eventSource: 'aws:dynamodb',
      awsRegion: 'cn-north-1',
      eventSourceARN: expect.stringContaining(`${tableArn('core')}/stream/`),
      dynamodb: {
        ApproximateCreationDateTime: served.clock.now() / 1000,
        StreamViewType: 'NEW_AND_OLD_IMAGES',
        SizeBytes: 18,
      },
    });
    expect(new Set(records.map((record) => record.eventID)).size).toBe(3);
    expect(read().records).toEqual(records);
  });

  it('has sequence numbers that grow and lead back to the sequence', async () => {
    for (const pk of ['a', 'b', 'c']) await put(pk);
    const numbers = read().records.map((record) => record.dynamodb.SequenceNumber);
    expect(numbers).toEqual([...numbers].sort());
    expect(numbers.map((number) => read(sequenceOf(number)).records.length)).toEqual([2, 1, 0]);
  });

  it('says nothing of a write that changes nothing or fails', async () => {
    await put('a', { set: { SS: ['x', 'y'] } });
    await put('a', { set: { SS: ['y', 'x'] } });
    await served.client.send(new DeleteItemCommand({ TableName: 'core', Key: key('absent') }));
    const failing = [
      { Put: { TableName: 'core', Item: key('b') } },
      { ConditionCheck: { TableName: 'core', Key: key('b2'), ConditionExpression: 'attribute_exists(pk)' } },
    ];
    await served.client.send(new TransactWriteItemsCommand({ TransactItems: failing })).catch(() => undefined);
    expect(read().records).toHaveLength(1);
  });

  it('is read in parts, and `last` passes over the records of other tables', async () => {
    served.dynamodb.createTable({ ...core, TableName: 'other' });
    for (const pk of ['a', 'b', 'c']) await put(pk);
    await served.client.send(new PutItemCommand({ TableName: 'other', Item: key('z') }));
    const first = read(0, 2);
    expect(first.records).toHaveLength(2);
    const second = read(first.last, 2);
    expect(second.records.map((record) => record.dynamodb.Keys)).toEqual([key('c')]);
    expect(read(second.last)).toEqual({ records: [], last: second.last });
    expect(served.dynamodb.streams.read('other', second.last, 1).records).toHaveLength(0);
  });

  it('wakes who listens, once a commit, until they stop listening', async () => {
    let woken = 0;
    const stop = served.dynamodb.streams.onChange(() => (woken += 1));
    const TransactItems = ['a', 'b'].map((pk) => ({ Put: { TableName: 'core', Item: key(pk) } }));
    await served.client.send(new TransactWriteItemsCommand({ TransactItems }));
    expect(woken).toBe(1);
    await put('a');
    expect(woken).toBe(1);
    stop();
    await put('c');
    expect(woken).toBe(1);
  });

  it('keeps for each consumer how far it came, and never goes back', async () => {
    const { streams } = served.dynamodb;
    await put('a');
    expect(streams.register('from-start', 'core', 'TRIM_HORIZON')).toBe(0);
    const latest = streams.register('from-now', 'core', 'LATEST');
    expect(read(latest).records).toHaveLength(0);
    streams.commit('from-start', 5);
    streams.commit('from-start', 3);
    expect(streams.position('from-start')).toBe(5);
    expect(streams.register('from-start', 'core')).toBe(5);
    expect(streams.position('unknown')).toBe(0);
  });

  it('is trimmed after 24 hours, but not before every consumer of the table has read it', async () => {
    const { streams } = served.dynamodb;
    streams.register('slow', 'core');
    streams.register('elsewhere', 'other');
    for (const pk of ['a', 'b']) await put(pk);
    machineTime += day + 1;
    await put('c');
    streams.trim();
    expect(read().records).toHaveLength(3);
    streams.commit('slow', read(0, 1).last);
    streams.trim();
    expect(read().records.map((record) => record.dynamodb.Keys)).toEqual([key('b'), key('c')]);
    streams.commit('slow', read().last);
    streams.trim();
    expect(read().records.map((record) => record.dynamodb.Keys)).toEqual([key('c')]);
  });

  it.each([
    ['KEYS_ONLY', false, false],
    ['NEW_IMAGE', false, true],
    ['OLD_IMAGE', true, false],
  ] as const)('with view %s carries only what it names', async (StreamViewType, old, now) => {
    served.dynamodb.createTable({ ...core, TableName: 'view', StreamSpecification: { StreamViewType } });
    for (const n of ['1', '2']) {
      await served.client.send(new PutItemCommand({ TableName: 'view', Item: { ...key('a'), n: { N: n } } }));
    }
    const record = served.dynamodb.streams.read('view', 0, 10).records[1]?.dynamodb;
    expect([record?.OldImage !== undefined, record?.NewImage !== undefined]).toEqual([old, now]);
    expect(record?.Keys).toEqual(key('a'));
  });

  it('is not kept for a table that has none', async () => {
    const { StreamSpecification: _none, ...plain } = core;
    served.dynamodb.createTable({ ...plain, TableName: 'plain' });
    await served.client.send(new PutItemCommand({ TableName: 'plain', Item: key('a') }));
    expect(served.dynamodb.streams.read('plain', 0, 10).records).toEqual([]);
  });
});
