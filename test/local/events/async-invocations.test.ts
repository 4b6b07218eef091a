import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FunctionError, type InvokeFunction } from '#local/contracts';
import { createAsyncInvocations, lostQueue } from '#local/events/async-invocations';
import { openDeliveries } from '#local/events/deliveries-file';
import { createQueues } from '#local/events/queues';
import type { FunctionModel } from '#local/template/model';

const dlq = 'arn:aws-cn:sqs:cn-north-1:000000000000:failed';
const functions = [
  { name: 'careful', async: { retries: 2, onFailure: dlq } },
  { name: 'careless', async: { retries: 0 } },
] as unknown as FunctionModel[];

describe('an asynchronous event', () => {
  let dir: string;
  let calls: unknown[];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'deliveries-'));
    calls = [];
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** The queue as one process has it; `invoke` says how the function fares at each call. */
  function open(invoke: (call: number) => Promise<unknown>) {
    const database = openDeliveries(join(dir, 'deliveries.sqlite'));
    const queues = createQueues(database, { now: () => 7, offset: () => 0 });
    const counting: InvokeFunction = (name, payload) => {
      calls.push([name, payload]);
      return invoke(calls.length);
    };
    const async = createAsyncInvocations({ database, functions, invoke: counting, queues, pausesMs: [1, 1] });
    const ended = () => expect.poll(() => async.busy.isBusy()).toBe(false);
    return { ...{ async, queues, ended }, close: () => (async.stop(), database.close()) };
  }

  it('is handled once when all goes well', async () => {
    const { async, ended, queues, close } = open(async () => null);
    async.submit('careful', { a: 1 }, 'test');
    expect(async.busy.isBusy()).toBe(true);
    await ended();
    expect([calls, queues.counts()]).toEqual([[['careful', { a: 1 }]], {}]);
    close();
  });
  it('is tried three times, and then kept in the function’s queue', async () => {
    const { async, ended, queues, close } = open(() => Promise.reject(new FunctionError('Bad', 'no')));
    async.submit('careful', { a: 1 }, 'rule arrived');
    await ended();
    expect(calls).toHaveLength(3);
    expect(queues.list(dlq)).toMatchObject([
      { body: '{"a":1}', at: 7, attributes: { Source: 'rule arrived', ErrorType: 'Bad', ErrorMessage: 'no' } },
    ]);
    close();
  });
  it('is not kept after a retry that succeeds', async () => {
    const { async, ended, queues, close } = open((call) =>
      call < 3 ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    async.submit('careful', {}, 'test');
    await ended();
    expect([calls.length, queues.counts()]).toEqual([3, {}]);
    close();
  });
  it('is shown as lost when the function has no queue', async () => {
    const { async, ended, queues, close } = open(() => Promise.reject(new Error('no')));
    async.submit('careless', {}, 'test');
    await ended();
    expect([calls.length, queues.counts()]).toEqual([1, { [lostQueue]: 1 }]);
    close();
  });
  it('survives the process that accepted it', async () => {
    const first = open(() => new Promise(() => undefined));
    first.async.submit('careful', { a: 1 }, 'test');
    first.close();
    calls = [];
    const second = open(async () => null);
    second.async.start();
    await second.ended();
    expect(calls).toEqual([['careful', { a: 1 }]]);
    second.close();
    const third = open(async () => null);
    third.async.start();
    expect(third.async.busy.isBusy()).toBe(false);
    third.close();
  });
});
