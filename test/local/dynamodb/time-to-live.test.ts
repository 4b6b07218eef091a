import {
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { core, serve } from './server.ts';
import type { Served } from './server.ts';

const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'META' } });
const hour = 3600;

describe('An item whose time to live', () => {
  let served: Served;
  let start: number;
  beforeEach(async () => {
    served = await serve();
    start = served.clock.now() / 1000;
    served.dynamodb.createTable({ ...core, TimeToLiveAttribute: 'expires' });
  });
  afterEach(() => served.stop());

  const put = (pk: string, expires: AttributeValue) =>
    served.client.send(
      new PutItemCommand({ TableName: 'core', Item: { ...key(pk), kind: { S: 'k' }, score: { N: '1' }, expires } }),
    );
  const isThere = async (pk: string) =>
    (await served.client.send(new GetItemCommand({ TableName: 'core', Key: key(pk) }))).Item !== undefined;
  async function moveTo(seconds: number) {
    served.clock.time = seconds * 1000;
    await served.dynamodb.ttl.runDue(served.clock.now());
  }

  it('passes on the award clock is deleted then and not before', async () => {
    await put('early', { N: String(start + hour) });
    await put('late', { N: String(start + 2 * hour) });
    expect(served.dynamodb.ttl.nextDue()).toBe((start + hour) * 1000);
    await moveTo(start + hour - 1);
    expect(await isThere('early')).toBe(true);
    await moveTo(start + hour);
    expect([await isThere('early'), await isThere('late')]).toEqual([false, true]);
    expect(served.dynamodb.ttl.nextDue()).toBe((start + 2 * hour) * 1000);
  });

  it('passed leaves its indexes, and the stream says who deleted it', async () => {
    await put('gone', { N: String(start + hour) });
    let woken = 0;
    served.dynamodb.streams.onChange(() => (woken += 1));
    await moveTo(start + hour);
    const query = {
      TableName: 'core',
      IndexName: 'by-kind',
      KeyConditionExpression: 'kind = :kind',
      ExpressionAttributeValues: { ':kind': { S: 'k' } },
    };
    expect((await served.client.send(new QueryCommand(query))).Count).toBe(0);
    expect(served.dynamodb.streams.read('core', 0, 10).records.at(-1)).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
      dynamodb: { Keys: key('gone'), ApproximateCreationDateTime: start + hour },
    });
    expect(woken).toBe(1);
  });

  it('is taken back, moved, or no number stays', async () => {
    await put('moved', { N: String(start + hour) });
    await put('moved', { N: String(start + 9 * hour) });
    await put('text', { S: String(start + hour) });
    await put('ancient', { N: String(start - 6 * 366 * 24 * hour) });
    await moveTo(start + 2 * hour);
    expect([await isThere('moved'), await isThere('text'), await isThere('ancient')]).toEqual([true, true, true]);
    expect(served.dynamodb.ttl.nextDue()).toBe((start + 9 * hour) * 1000);
  });

  it('passed long ago in great numbers is deleted with all others', async () => {
    for (let index = 0; index < 250; index += 1) await put(`many-${index}`, { N: String(start + 1) });
    await moveTo(start + hour);
    expect(served.dynamodb.tables()).toEqual([{ name: 'core', items: 0 }]);
  });

  it('is turned on and off by request, for items that are there already', async () => {
    const update = (Enabled: boolean) =>
      served.client.send(
        new UpdateTimeToLiveCommand({
          TableName: 'core',
          TimeToLiveSpecification: { AttributeName: 'expires', Enabled },
        }),
      );
    const status = async () =>
      (await served.client.send(new DescribeTimeToLiveCommand({ TableName: 'core' }))).TimeToLiveDescription;
    expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' });
    await put('kept', { N: String(start + hour) });
    await update(false);
    expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    expect(served.dynamodb.ttl.nextDue()).toBeUndefined();
    await moveTo(start + 2 * hour);
    expect(await isThere('kept')).toBe(true);
    await update(true);
    await expect(update(true)).rejects.toThrow('already enabled');
    await moveTo(start + 2 * hour);
    expect(await isThere('kept')).toBe(false);
  });
});
