import type { AwardClock, BusySource } from '../contracts.ts';
import type { Place } from './arns.ts';
import type { Definition } from './definition.ts';
import { Execution } from './execution.ts';
import type { Machine } from './execution.ts';
import type { Frame, FrameBody, Outcome, TaskWait } from './frame.ts';
import type { EventDraft, Failure } from './history.ts';
import { asStateError } from './state-error.ts';
import { Steps } from './steps.ts';
import type { ExecutionRow } from './rows.ts';
import type { Store } from './store.ts';
import type { LambdaCall } from './tasks.ts';
import type { Timers } from './timers.ts';
import { endNow, historyOverrun } from './turn.ts';
import type { Turn } from './turn.ts';
import { Waits } from './waits.ts';

export interface EngineParts {
  readonly store: Store;
  readonly timers: Timers;
  readonly clock: AwardClock;
  readonly place: Place;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Invokes a function as the machine's role; never rejects. */
  readonly call: (machine: Machine, call: LambdaCall) => Promise<Outcome>;
}

/** Walks executions through their states. Each transition is written before anything outside sees it. */
export class Engine implements BusySource {
  readonly name = 'step-functions';
  readonly #parts: EngineParts;
  readonly #running = new Map<number, Execution>();
  readonly #steps: Steps;
  readonly #waits: Waits;
  #inFlight = 0;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    const write = (turn: Turn) => this.#write(turn);
    const walk = (execution: Execution, frame: Frame, ...heard: EventDraft[]) => this.#walk(execution, frame, heard);
    this.#waits = new Waits({ ...parts, write, walk, invoked: (more) => void (this.#inFlight += more) });
    this.#steps = new Steps({
      ...{ ...parts, write, walk },
      wait: (execution, frame) => this.#waits.takeUp(execution, frame),
      close: (execution, status, how, turn) => this.#close(execution, status, how, turn),
    });
  }

  /** True while a transition or an invocation is under way; what waits for a token or a time is not busy. */
  isBusy(): boolean {
    return this.#inFlight > 0;
  }

  running(seq: number): Execution | undefined {
    return this.#running.get(seq);
  }

  /** Takes up an execution where its rows say it stands. */
  load(row: ExecutionRow, machine: Machine, definition: Definition, bodies: FrameBody[]): void {
    const lastEvent = this.#parts.store.lastEvent(row.seq);
    const execution = new Execution({ row, machine, definition, bodies, lastEvent });
    this.#running.set(row.seq, execution);
    if (row.deadline !== null) {
      this.#parts.timers.add({
        due: row.deadline,
        stillMeant: () => this.#running.get(row.seq) === execution,
        fire: async () => this.end(execution, 'TIMED_OUT', { error: 'States.Timeout' }),
      });
    }
    for (const frame of [...execution.frames.values()]) this.#takeUp(execution, frame);
  }

  #takeUp(execution: Execution, frame: Frame): void {
    const { wait, id } = frame.body;
    const fork = execution.forks.get(id);
    const joins = wait.for === 'children' && fork?.ended === fork?.frames.length;
    if (joins || wait.for === 'turn' || wait.for === 'outcome') void this.#walk(execution, frame, []);
    else this.#waits.takeUp(execution, frame);
  }

  /** Ends an execution from outside its states. */
  end(execution: Execution, status: 'FAILED' | 'TIMED_OUT' | 'ABORTED', failure: Failure): void {
    this.#close(execution, status, failure, endNow(execution, status, failure));
  }

  /** Lets every execution rest where it was last written, as a kill would. */
  abandon(): void {
    for (const execution of this.#running.values()) for (const frame of execution.frames.values()) frame.gone = true;
    this.#running.clear();
  }

  /** What a token's holder answered: on record before its sender hears that it was taken. */
  settleTask(execution: Execution, frame: Frame, outcome: Outcome): void {
    this.#waits.settleTask(execution, frame, outcome);
  }

  /** Grants a waiting task another HeartbeatSeconds. */
  heartbeat(execution: Execution, frame: Frame, wait: TaskWait): void {
    this.#waits.heartbeat(execution, frame, wait);
  }

  /** Lets a frame go on until it waits, ends or fails. */
  async #walk(execution: Execution, frame: Frame, heard: EventDraft[]): Promise<void> {
    this.#inFlight += 1;
    try {
      let next = frame.gone ? undefined : await this.#steps.take(execution, frame, heard);
      while (next !== undefined && !next.gone) next = await this.#steps.take(execution, next, []);
    } catch (thrown) {
      // A defect of the engine ends this execution and leaves the others alone.
      if (frame.gone) return;
      this.end(execution, 'FAILED', asStateError(thrown));
    } finally {
      this.#inFlight -= 1;
    }
  }

  /** Writes a turn; false when that was one event too many and the execution is over. */
  #write(turn: Turn): boolean {
    if (turn.write(this.#parts.store, this.#parts.clock.now())) return true;
    this.end(turn.execution, 'FAILED', historyOverrun);
    return false;
  }

  #close(execution: Execution, status: ExecutionRow['status'], how: Failure & { output?: string }, turn: Turn): void {
    for (const frame of execution.frames.values()) frame.gone = true;
    this.#running.delete(execution.row.seq);
    Object.assign(execution.row, {
      status,
      stopped: this.#parts.clock.now(),
      output: how.output ?? null,
      error: how.error || null,
      cause: how.cause ?? null,
    });
    turn.rowChanged = true;
    this.#write(turn);
  }
}
