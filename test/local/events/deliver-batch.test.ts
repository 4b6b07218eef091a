import { describe, expect, it } from 'vitest';
import type { StreamRecord } from '#local/contracts';
import { deliverBatch, type BatchPolicy } from '#local/events/deliver-batch';

const record = (sequence: number) => ({ dynamodb: { SequenceNumber: String(sequence) } }) as StreamRecord;
const numbers = (records: readonly StreamRecord[]) => records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));
const plain: BatchPolicy = { bisect: false, retries: 2, maximumAgeSeconds: -1, reportsItemFailures: false };

/** Delivers 1, 2, 3, 4 to `handle` and tells what happened. */
async function deliver(policy: BatchPolicy, handle: (given: number[], call: number) => unknown, pauses = Infinity) {
  const seen: number[][] = [];
  const passed: number[] = [];
  const givenUp: number[] = [];
  let left = pauses;
  const finished = await deliverBatch([1, 2, 3, 4].map(record), policy, {
    invoke: async (records) => {
      seen.push(numbers(records));
      return handle(numbers(records), seen.length);
    },
    passed: (records) => passed.push(...numbers(records)),
    giveUp: (records) => givenUp.push(...numbers(records)),
    pause: async () => (left -= 1) >= 0,
  });
  return { seen, passed, givenUp, finished };
}
const failOn = (bad: number) => (given: number[]) => {
  if (given.includes(bad)) throw new Error('no');
};

describe('a batch of a stream', () => {
  it('is passed when the function succeeds', async () => {
    expect(await deliver(plain, () => null)).toEqual({
      seen: [[1, 2, 3, 4]],
      passed: [1, 2, 3, 4],
      givenUp: [],
      finished: true,
    });
  });
  it('is tried again after a failure', async () => {
    const { seen, passed, givenUp } = await deliver(plain, (_, call) => {
      if (call === 1) throw new Error('once');
    });
    expect([seen.length, passed, givenUp]).toEqual([2, [1, 2, 3, 4], []]);
  });
  it('is given up whole after the retries', async () => {
    const { seen, givenUp, passed } = await deliver(plain, failOn(3));
    expect([seen.length, givenUp, passed]).toEqual([3, [1, 2, 3, 4], [1, 2, 3, 4]]);
  });
  it('is halved until only the failing record is given up', async () => {
    const { givenUp, passed } = await deliver({ ...plain, bisect: true }, failOn(3));
    expect([givenUp, passed]).toEqual([[3], [1, 2, 3, 4]]);
  });
  it('goes on after the records that the function reports as handled', async () => {
    const policy = { ...plain, reportsItemFailures: true };
    const { seen, passed, givenUp } = await deliver(policy, (given) => ({
      batchItemFailures: given.includes(3) ? [{ itemIdentifier: '4' }, { itemIdentifier: '3' }] : [],
    }));
    expect(seen).toEqual([
      [1, 2, 3, 4],
      [3, 4],
      [3, 4],
    ]);
    expect([passed, givenUp]).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
  });
  it('fails whole when the function reports a record that is not in it', async () => {
    const policy = { ...plain, reportsItemFailures: true, retries: 0 };
    const { givenUp } = await deliver(policy, () => ({ batchItemFailures: [{ itemIdentifier: '99' }] }));
    expect(givenUp).toEqual([1, 2, 3, 4]);
  });
  it('passes nothing when it is stopped in a pause', async () => {
    expect(await deliver(plain, failOn(1), 1)).toMatchObject({ passed: [], givenUp: [], finished: false });
  });
});
