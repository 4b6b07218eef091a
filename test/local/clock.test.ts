import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClockCannotGoBack, createClock } from '#local/clock';
import type { ClockOptions, MovableClock } from '#local/clock';
import type { TimedSource } from '#local/contracts';

const hour = 3_600_000;
const running: MovableClock[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((clock) => clock.stop()));
});

function aClock(options: Partial<ClockOptions> = {}) {
  const file = options.file ?? join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');
  const clock = createClock({ machineNow: () => 1_000_000, ...options, file });
  running.push(clock);
  return { clock, file };
}

/** A source with things at fixed times; `does` is called with the time each was run for. */
function dueAt(name: string, times: number[], does: (at: number) => void | Promise<void>): TimedSource {
  return {
    name,
    nextDue: () => times[0],
    runDue: async (now) => {
      while (times[0] !== undefined && times[0] <= now) await does(times.shift()!);
    },
  };
}

describe('the award clock', () => {
  it('runs with the machine until it is moved, and then ahead of it by the distance', async () => {
    let machine = 5_000;
    const { clock } = aClock({ machineNow: () => machine });
    expect(clock.now()).toBe(5_000);
    await clock.moveBy(hour);
    machine += 7;
    expect(clock.now()).toBe(5_007 + hour);
    expect(clock.offset()).toBe(hour);
  });

  it('refuses to go back', async () => {
    const { clock } = aClock();
    await expect(clock.moveTo(999_999)).rejects.toThrow(ClockCannotGoBack);
    await expect(clock.moveBy(-1)).rejects.toThrow('cannot go back');
    expect(clock.offset()).toBe(0);
  });

  it('plays what falls due of all sources in order, each at its own time, and nothing beyond the target', async () => {
    const { clock } = aClock();
    const played: string[] = [];
    const note = (name: string) => (at: number) => void played.push(`${name} ${at} at ${clock.now()}`);
    clock.add(dueAt('a', [1_000_100, 1_000_400, 1_000_900], note('a')));
    clock.add(dueAt('b', [1_000_200, 1_000_300, 1_000_500], note('b')));
    const move = await clock.moveTo(1_000_500);
    expect(played).toEqual([
      'a 1000100 at 1000100',
      'b 1000200 at 1000200',
      'b 1000300 at 1000300',
      'a 1000400 at 1000400',
      'b 1000500 at 1000500',
    ]);
    expect(move).toEqual({ from: 1_000_000, to: 1_000_500, steps: 5 });
    expect(clock.now()).toBe(1_000_500);
  });

  it('plays also what is put in only on the way', async () => {
    const { clock } = aClock();
    const times = [1_000_100];
    const played: number[] = [];
    const source = dueAt('retry', times, (at) => {
      played.push(at);
      if (played.length < 4) times.push(at + 50);
    });
    clock.add(source);
    await clock.moveBy(120 + 50);
    expect(played).toEqual([1_000_100, 1_000_150]);
  });

  it('waits after each thing until all work is done before time goes on', async () => {
    const { clock } = aClock();
    let inFlight = 0;
    const finished: number[] = [];
    clock.addBusy({ name: 'stream', isBusy: () => inFlight > 0 });
    clock.add(
      dueAt('timer', [1_000_100, 1_000_200], () => {
        inFlight += 1;
        void sleep(20).then(() => {
          finished.push(clock.now());
          inFlight -= 1;
        });
      }),
    );
    await clock.moveBy(1_000);
    expect(finished).toEqual([1_000_100, 1_000_200]);
  });

  it('lets work that is already in flight end before it moves', async () => {
    const { clock } = aClock();
    let busy = true;
    clock.addBusy({ name: 'invocation', isBusy: () => busy });
    let seen = 0;
    void sleep(20).then(() => {
      seen = clock.now();
      busy = false;
    });
    await clock.moveBy(hour);
    expect(seen).toBe(1_000_000);
  });

  it('gives up on work that does not end, naming it, and can be moved again', async () => {
    const { clock } = aClock({ stepLimit: 30 });
    let busy = true;
    clock.addBusy({ name: 'quiet', isBusy: () => false });
    clock.addBusy({ name: 'endless', isBusy: () => busy });
    await expect(clock.moveBy(1)).rejects.toThrow(/Still busy after 30 ms: endless$/);
    await expect(clock.settle()).rejects.toThrow('endless');
    busy = false;
    await expect(clock.moveBy(1)).resolves.toMatchObject({ to: 1_000_001 });
    clock.add({ name: 'hanging', nextDue: () => 1_000_002, runDue: () => new Promise(() => undefined) });
    await expect(clock.moveBy(5)).rejects.toThrow(/after 30 ms: hanging$/);
  });

  it('gives up on a source that stays due whatever it runs', async () => {
    const { clock } = aClock();
    clock.add({ name: 'stuck', nextDue: () => 1_000_001, runDue: async () => undefined });
    await expect(clock.moveBy(5)).rejects.toThrow('stuck stays due');
  });

  it('makes a move wait for the one before', async () => {
    const { clock } = aClock();
    const moves = await Promise.all([clock.moveBy(100), clock.moveBy(100), clock.moveTo(1_000_250)]);
    expect(moves.map((move) => move.to)).toEqual([1_000_100, 1_000_200, 1_000_250]);
  });

  it('keeps each step on disk, so that a killed process goes on where it was', async () => {
    const { clock, file } = aClock();
    const seen: number[] = [];
    clock.add(dueAt('timer', [1_000_100], () => void seen.push(aClock({ file }).clock.now())));
    await clock.moveBy(500);
    expect(seen).toEqual([1_000_100]);
    expect(aClock({ file }).clock.now()).toBe(1_000_500);
  });

  it('refuses a file that holds no offset', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json');
    writeFileSync(file, '{"offset":"x"}');
    expect(() => createClock({ file })).toThrow('holds no clock offset');
  });
});

describe('the running clock', () => {
  it('catches up in order with what fell due while it was off', async () => {
    const { clock } = aClock();
    const played: string[] = [];
    clock.add(dueAt('a', [1, 3], (at) => void played.push(`a${at}`)));
    clock.add(dueAt('b', [2], (at) => void played.push(`b${at}`)));
    clock.start();
    await clock.stop();
    expect(played).toEqual(['a1', 'b2', 'a3']);
  });

  it('does what falls due as real time passes, and stops', async () => {
    const { clock } = aClock({ machineNow: Date.now });
    const played: number[] = [];
    const times = [Date.now() + 250];
    clock.add(dueAt('timer', times, (at) => void played.push(at)));
    clock.start();
    await sleep(100);
    expect(played).toEqual([]);
    await vi.waitFor(() => expect(played).toHaveLength(1), 2_000);
    await clock.stop();
    times.push(Date.now());
    await sleep(300);
    expect(played).toHaveLength(1);
  });

  it('reports a source that fails and keeps running', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { clock } = aClock({ machineNow: Date.now });
    let runs = 0;
    clock.add({
      name: 'failing',
      nextDue: () => (runs < 2 ? 1 : undefined),
      runDue: async () => {
        runs += 1;
        throw new Error('out of order');
      },
    });
    clock.start();
    await vi.waitFor(() => expect(runs).toBe(2), 2_000);
    expect(report).toHaveBeenCalledTimes(2);
    report.mockRestore();
  });

  it('never runs a source while a move is under way', async () => {
    const { clock } = aClock({ machineNow: Date.now });
    let inside = 0;
    let most = 0;
    const times = [Date.now() + 10, Date.now() + 210, Date.now() + 400];
    clock.add(
      dueAt('slow', times, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await sleep(250);
        inside -= 1;
      }),
    );
    clock.start();
    await clock.moveBy(500);
    expect(times).toEqual([]);
    expect(most).toBe(1);
  });
});
