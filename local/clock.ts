import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AwardClock, BusySource, Millis, TimedSource } from './contracts.ts';

/** The award's clock with its hands: it can be moved forward, and whatever falls due on the way is done on the way. */
export interface MovableClock extends AwardClock {
  add(source: TimedSource): void;
  addBusy(source: BusySource): void;
  /**
   * Moves to an award time, playing every due thing in order, each at its own time, and waiting after each until all
   * work is done. Moves wait for one another. Rejects with ClockCannotGoBack, or when some work does not end.
   */
  moveTo(instant: Millis): Promise<Move>;
  moveBy(duration: Millis): Promise<Move>;
  /** Resolves when no part has work in flight. */
  settle(): Promise<void>;
  /** Catches up with what fell due while the machine was off, then keeps doing what falls due as real time passes. */
  start(): void;
  /** Resolves when the move or tick in progress is over. */
  stop(): Promise<void>;
}

export interface Move {
  readonly from: Millis;
  readonly to: Millis;
  /** How many things were played on the way. */
  readonly steps: number;
}

export interface ClockOptions {
  /** Where the offset is kept. */
  readonly file: string;
  readonly machineNow?: () => Millis;
  /** Real time that the work of one step may take. */
  readonly stepLimit?: Millis;
}

export class ClockCannotGoBack extends Error {
  constructor(now: Millis, wanted: Millis) {
    super(
      `The award clock shows ${new Date(now).toISOString()} and cannot go back to ${new Date(wanted).toISOString()}`,
    );
    this.name = 'ClockCannotGoBack';
  }
}

const tickEvery: Millis = 200;
const lookEvery: Millis = 1;
/** A source that is due at the same instant so often does not notice that it was run. */
const stuckAfter = 1_000;

/**
 * Between two steps the clock runs on with the machine's, so its offset only ever grows, and any copy of the
 * offset that a worker holds is at most behind, never ahead.
 */
export function createClock({ file, machineNow = Date.now, stepLimit = 60_000 }: ClockOptions): MovableClock {
  const timed: TimedSource[] = [];
  const busy: BusySource[] = [];
  let offset = readOffset(file);
  let queue: Promise<unknown> = Promise.resolve();
  let ticking = false;
  let ticker: NodeJS.Timeout | undefined;

  const now = (): Millis => machineNow() + offset;

  function advanceTo(instant: Millis): void {
    const ahead = instant - now();
    if (ahead <= 0) return;
    offset += ahead;
    writeOffset(file, offset);
  }

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  async function settle(): Promise<void> {
    const deadline = performance.now() + stepLimit;
    // Work is handed from part to part: one idle look may fall right between two of them.
    let idleLooks = 0;
    for (;;) {
      const working = busy.filter((source) => source.isBusy());
      idleLooks = working.length === 0 ? idleLooks + 1 : 0;
      if (idleLooks === 2) return;
      if (performance.now() > deadline && working.length > 0) {
        throw new Error(`Still busy after ${stepLimit} ms: ${working.map((source) => source.name).join(', ')}`);
      }
      await sleep(lookEvery);
    }
  }

  async function play(target: Millis, afterEach: () => Promise<void>): Promise<number> {
    const sameInstant = new Map<TimedSource, { at: Millis; times: number }>();
    for (let steps = 0; ; steps += 1) {
      const next = earliest(timed, target);
      if (next === undefined) return steps;
      const before = sameInstant.get(next.source);
      const times = before?.at === next.at ? before.times + 1 : 1;
      if (times > stuckAfter) throw new Error(`${next.source.name} stays due at ${new Date(next.at).toISOString()}`);
      sameInstant.set(next.source, { at: next.at, times });
      advanceTo(next.at);
      await within(stepLimit, next.source.name, next.source.runDue(next.at));
      await afterEach();
    }
  }

  async function move(to: Millis): Promise<Move> {
    const from = now();
    if (to < from) throw new ClockCannotGoBack(from, to);
    await settle();
    const steps = await play(to, settle);
    advanceTo(to);
    return { from, to: now(), steps };
  }

  function tick(afterEach: () => Promise<void>): void {
    // A tick behind a long move would only find what the move has done already.
    if (ticking) return;
    ticking = true;
    enqueue(() => play(now(), afterEach))
      .catch((error: unknown) => console.error('The award clock could not do what was due:', error))
      .finally(() => (ticking = false));
  }

  return {
    now,
    offset: () => offset,
    add: (source) => void timed.push(source),
    addBusy: (source) => void busy.push(source),
    moveTo: (instant) => enqueue(() => move(instant)),
    moveBy: (duration) => enqueue(() => move(now() + duration)),
    settle,
    start: () => {
      if (ticker !== undefined) return;
      tick(settle);
      ticker = setInterval(() => tick(async () => undefined), tickEvery).unref();
    },
    stop: async () => {
      clearInterval(ticker);
      ticker = undefined;
      await queue;
    },
  };
}

function earliest(sources: readonly TimedSource[], target: Millis): { source: TimedSource; at: Millis } | undefined {
  let first: { source: TimedSource; at: Millis } | undefined;
  for (const source of sources) {
    const at = source.nextDue();
    if (at !== undefined && at <= target && (first === undefined || at < first.at)) first = { source, at };
  }
  return first;
}

async function within(limit: Millis, name: string, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = sleep(limit, undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error(`Still running what was due after ${limit} ms: ${name}`)),
    () => undefined,
  );
  await Promise.race([work, late]).finally(() => over.abort());
}

function readOffset(file: string): Millis {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const { offset } = JSON.parse(text) as { offset: unknown };
  if (typeof offset !== 'number' || !Number.isFinite(offset)) throw new Error(`${file} holds no clock offset`);
  return offset;
}

/** By renaming, so that a kill in the middle leaves the offset before or the one after. */
function writeOffset(file: string, offset: Millis): void {
  const written = `${file}.new`;
  writeFileSync(written, JSON.stringify({ offset }));
  renameSync(written, file);
}
