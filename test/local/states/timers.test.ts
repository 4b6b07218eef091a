import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timers } from '#local/states/timers';

const at = (timers: Timers, due: number, fired: number[], stillMeant = () => true) =>
  timers.add({ due, stillMeant, fire: async () => void fired.push(due) });

describe('timers', () => {
  it('fire what is due, earliest first, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50)), fc.nat(50), async (dues, now) => {
        const timers = new Timers();
        const fired: number[] = [];
        for (const due of dues) at(timers, due, fired);
        await timers.runDue(now);
        const sorted = dues.toSorted((one, other) => one - other);
        expect(fired).toEqual(sorted.filter((due) => due <= now));
        expect(timers.nextDue()).toBe(sorted.find((due) => due > now));
      }),
    );
  });

  it('forget what is no longer meant', async () => {
    const timers = new Timers();
    const fired: number[] = [];
    at(timers, 1, fired, () => false);
    at(timers, 2, fired);
    expect(timers.nextDue()).toBe(2);
    await timers.runDue(5);
    expect(fired).toEqual([2]);
    expect(timers.nextDue()).toBeUndefined();
  });

  it('fire what is set for the same time while they run', async () => {
    const timers = new Timers();
    const fired: number[] = [];
    timers.add({ due: 1, stillMeant: () => true, fire: async () => at(timers, 3, fired) });
    await timers.runDue(3);
    expect(fired).toEqual([3]);
  });
});
