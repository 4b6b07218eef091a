import type { AwardClock, BusySource, Millis } from '../contracts.ts';
import type { Place } from './arns.ts';
import { bindingsFor } from './bindings.ts';
import type { Extra } from './bindings.ts';
import type { Definition } from './definition.ts';
import { Execution } from './execution.ts';
import type { Machine } from './execution.ts';
import { evaluate } from './expressions.ts';
import { arrive } from './frame.ts';
import type { Frame, FrameBody, Outcome, TaskWait } from './frame.ts';
import * as history from './history.ts';
import type { EventDraft, Failure } from './history.ts';
import { catcherFor, nextAttempt } from './retry-and-catch.ts';
import { asStateError } from './state-error.ts';
import type { StateError } from './state-error.ts';
import type { ExecutionRow, Store } from './store.ts';
import { resourceName } from './task-state.ts';
import type { LambdaCall } from './tasks.ts';
import type { Timers } from './timers.ts';
import { issueToken } from './tokens.ts';
import { endNow, historyOverrun, Turn } from './turn.ts';
import { leave } from './visit.ts';
import type { Child, Move } from './visit.ts';
import { visitState } from './visit-state.ts';

export interface EngineParts {
  readonly store: Store;
  readonly timers: Timers;
  readonly clock: AwardClock;
  readonly place: Place;
  readonly random: () => number;
  /** Invokes a function as the machine's role; never rejects. */
  readonly call: (machine: Machine, call: LambdaCall) => Promise<Outcome>;
}

/** Walks executions through their states. Each step is written before anything outside sees it. */
export class Engine implements BusySource {
  readonly name = 'step-functions';
  readonly #parts: EngineParts;
  readonly #running = new Map<number, Execution>();
  #inFlight = 0;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  isBusy(): boolean {
    return this.#inFlight > 0;
  }

  /** Lets every execution rest where it was last written, as a kill would. */
  abandon(): void {
    for (const execution of this.#running.values()) for (const frame of execution.frames.values()) frame.gone = true;
    this.#running.clear();
  }

  running(seq: number): Execution | undefined {
    return this.#running.get(seq);
  }

  /** Takes up an execution where its rows say it stands. */
  load(row: ExecutionRow, machine: Machine, definition: Definition, bodies: FrameBody[]): void {
    const lastEvent = this.#parts.store.lastEvent(row.seq);
    const execution = new Execution({ row, machine, definition, bodies, lastEvent });
    this.#running.set(row.seq, execution);
    const { deadline } = row;
    if (deadline !== null) {
      this.#parts.timers.add({
        due: deadline,
        stillMeant: () => this.#running.get(row.seq) === execution,
        fire: async () => this.end(execution, 'TIMED_OUT', { error: 'States.Timeout' }),
      });
    }
    for (const frame of execution.frames.values()) this.#takeUp(execution, frame);
  }

  #takeUp(execution: Execution, frame: Frame): void {
    const { wait } = frame.body;
    const fork = execution.forks.get(frame.body.id);
    if (wait.for === 'task') {
      this.#armTask(execution, frame, wait);
      if (!wait.submitted) this.#call(execution, frame, wait);
    }
    if (wait.for === 'time' || wait.for === 'retry') this.#armTime(execution, frame, wait.due);
    if (wait.for === 'turn' || wait.for === 'outcome') void this.#walk(execution, frame);
    if (wait.for === 'children' && fork?.ended === fork?.frames.length) void this.#walk(execution, frame);
  }

  /** Ends an execution from outside its states. */
  end(execution: Execution, status: 'FAILED' | 'TIMED_OUT' | 'ABORTED', failure: Failure): void {
    this.#close(execution, status, failure, endNow(execution, status, failure));
  }

  #close(execution: Execution, status: ExecutionRow['status'], how: Failure & { output?: string }, turn: Turn): void {
    for (const frame of execution.frames.values()) frame.gone = true;
    this.#running.delete(execution.row.seq);
    Object.assign(execution.row, {
      status,
      stopped: this.#now(),
      output: how.output ?? null,
      error: how.error || null,
      cause: how.cause ?? null,
    });
    turn.rowChanged = true;
    if (!turn.write(this.#parts.store, this.#now())) this.end(execution, 'FAILED', historyOverrun);
  }

  #now(): Millis {
    return this.#parts.clock.now();
  }

  /** Writes a turn; false when that was one event too many and the execution is over. */
  #write(turn: Turn): boolean {
    if (turn.write(this.#parts.store, this.#now())) return true;
    this.end(turn.execution, 'FAILED', historyOverrun);
    return false;
  }

  /** Lets a frame go on until it waits, ends or fails. */
  async #walk(execution: Execution, frame: Frame, ...heard: EventDraft[]): Promise<void> {
    this.#inFlight += 1;
    try {
      let next: Frame | undefined = frame;
      let told = heard;
      while (next !== undefined && !next.gone) {
        next = await this.#turn(execution, next, told);
        told = [];
      }
    } catch (thrown) {
      // A defect of the engine ends this execution and leaves the others alone.
      if (!frame.gone) this.end(execution, 'FAILED', asStateError(thrown));
    } finally {
      this.#inFlight -= 1;
    }
  }

  /** One turn of a frame; gives the frame whose turn is next, if that is known already. */
  async #turn(execution: Execution, frame: Frame, heard: EventDraft[]): Promise<Frame | undefined> {
    const turn = new Turn(execution);
    const { body } = frame;
    turn.tell(frame, ...heard);
    if (body.entered === undefined) {
      body.entered = this.#now();
      turn.tell(frame, history.stateEntered(frame.state.Type, body.state, body.input));
    }
    let move: Move;
    try {
      const fork = execution.forks.get(body.id);
      move = await visitState({
        frame,
        state: frame.state,
        now: this.#now(),
        place: this.#parts.place,
        outputs: fork?.frames.map(({ body: { wait } }) => (wait.for === 'nothing' ? wait.output : undefined)),
        evaluate: this.#evaluator(execution, frame),
        newToken: () =>
          issueToken({ engine: this.#parts.store.engineId, execution: execution.row.seq, frame: body.id }),
        tell: (...drafts) => turn.tell(frame, ...drafts),
      });
    } catch (thrown) {
      return frame.gone ? undefined : this.#fail(execution, frame, asStateError(thrown), turn);
    }
    return frame.gone ? undefined : this.#apply(execution, frame, move, turn);
  }

  #evaluator(execution: Execution, frame: Frame) {
    const now = this.#now();
    return (template: unknown, extra: Extra = {}) => evaluate(template, bindingsFor(execution, frame, extra), now);
  }

  #apply(execution: Execution, frame: Frame, move: Move, turn: Turn): Frame | undefined {
    if (move.to === 'leave') return this.#leave(execution, frame, move, turn);
    if (move.to === 'fork') return this.#fork(execution, frame, move.children, move.limit, turn);
    frame.body.wait = move.wait;
    turn.save(frame);
    if (!this.#write(turn)) return undefined;
    this.#takeUp(execution, frame);
    return undefined;
  }

  #leave(execution: Execution, frame: Frame, move: Move & { to: 'leave' }, turn: Turn): Frame | undefined {
    const { body } = frame;
    turn.prune(frame);
    turn.tell(frame, history.stateExited(frame.state.Type, body.state, move.output, move.assigned));
    body.vars = { ...body.vars, ...move.assigned };
    turn.save(frame);
    if (move.next !== undefined) {
      arrive(body, move.next, move.output);
      return this.#write(turn) ? frame : undefined;
    }
    const parent = execution.parentOf(frame);
    if (parent !== undefined) return this.#endBranch(execution, frame, parent, move.output, turn);
    const output = JSON.stringify(move.output);
    turn.tell(frame, history.executionSucceeded(output));
    this.#close(execution, 'SUCCEEDED', { output }, turn);
    return undefined;
  }

  #fork(execution: Execution, frame: Frame, children: readonly Child[], limit: number, turn: Turn): undefined {
    frame.body.wait = { for: 'children', limit };
    turn.save(frame);
    const frames = children.map((child, slot) => {
      const made = execution.addFrame({
        id: execution.nextFrame,
        parent: frame.body.id,
        slot,
        path: [...frame.body.path, child.level],
        ...(child.item !== undefined && { item: child.item }),
        state: child.startAt,
        input: child.input,
        vars: {},
        retryCount: 0,
        attempts: [],
        lastEvent: execution.lastEvent,
        wait: { for: slot < limit ? 'turn' : 'slot' },
      });
      turn.save(made);
      return made;
    });
    execution.addFork(frame, limit);
    if (!this.#write(turn)) return undefined;
    for (const child of frames) if (child.body.wait.for === 'turn') void this.#walk(execution, child);
    return undefined;
  }

  /** A branch or iteration has ended: lets the next one in, or the parent go on. */
  #endBranch(execution: Execution, frame: Frame, parent: Frame, output: unknown, turn: Turn): Frame | undefined {
    const fork = execution.forks.get(parent.body.id);
    if (fork === undefined) return undefined;
    frame.body.wait = { for: 'nothing', output };
    fork.ended += 1;
    const isMap = parent.state.Type === 'Map';
    if (isMap) turn.tell(frame, history.mapIteration('Succeeded', parent.body.state, frame.body.slot));
    const successor = fork.frames[fork.opened];
    if (successor !== undefined) {
      fork.opened += 1;
      successor.body.wait = { for: 'turn' };
      turn.save(successor);
      turn.tell(successor, history.mapIteration('Started', parent.body.state, successor.body.slot));
    }
    if (!this.#write(turn)) return undefined;
    return successor ?? (fork.ended === fork.frames.length ? parent : undefined);
  }

  /** Looks for a Retry or Catch that takes the error, from the state outwards. */
  async #fail(execution: Execution, frame: Frame, error: StateError, turn: Turn): Promise<Frame | undefined> {
    if (error.error === 'States.QueryEvaluationError') {
      turn.tell(frame, history.evaluationFailed(frame.body.state, error));
    }
    const { body, state } = frame;
    const attempt = nextAttempt(state, error, body.attempts, this.#parts.random);
    if (attempt !== undefined) {
      const due = this.#now() + attempt.delay;
      body.attempts[attempt.retrier] = (body.attempts[attempt.retrier] ?? 0) + 1;
      body.retryCount += 1;
      turn.prune(frame);
      return this.#apply(execution, frame, { to: 'wait', wait: { for: 'retry', due } }, turn);
    }
    const catcher = catcherFor(state, error);
    if (catcher === undefined) return this.#failOutwards(execution, frame, error, turn);
    const errorOutput = { Error: error.error, ...(error.cause !== undefined && { Cause: error.cause }) };
    let move: Move & { to: 'leave' };
    try {
      const how = { next: catcher.Next, otherwise: errorOutput, extra: { errorOutput } };
      move = await leave(this.#evaluator(execution, frame), catcher, how);
    } catch (thrown) {
      return frame.gone ? undefined : this.#failOutwards(execution, frame, asStateError(thrown), turn);
    }
    return frame.gone ? undefined : this.#leave(execution, frame, move, turn);
  }

  async #failOutwards(execution: Execution, frame: Frame, error: StateError, turn: Turn): Promise<Frame | undefined> {
    const parent = execution.parentOf(frame);
    if (parent === undefined) {
      turn.tell(frame, history.executionEnded('FAILED', error));
      this.#close(execution, 'FAILED', error, turn);
      return undefined;
    }
    execution.silence(parent);
    const { Type } = parent.state;
    if (Type === 'Map') turn.tell(frame, history.mapIteration('Failed', parent.body.state, frame.body.slot));
    if (Type === 'Map' || Type === 'Parallel') turn.tell(parent, history.forkEvent(Type, 'Failed'));
    return this.#fail(execution, parent, error, turn);
  }

  #armTime(execution: Execution, frame: Frame, due: Millis): void {
    const { wait } = frame.body;
    this.#parts.timers.add({
      due,
      stillMeant: () => !frame.gone && frame.body.wait === wait,
      fire: () => {
        if (wait.for === 'retry') frame.body.wait = { for: 'turn' };
        return this.#walk(execution, frame);
      },
    });
  }

  #armTask(execution: Execution, frame: Frame, wait: TaskWait): void {
    if (wait.deadline !== undefined) {
      this.#parts.timers.add({
        due: wait.deadline,
        stillMeant: () => !frame.gone && frame.body.wait === wait,
        fire: () => this.#expire(execution, frame, 'States.Timeout'),
      });
    }
    if (wait.heartbeat !== undefined) this.#armHeartbeat(execution, frame, wait, wait.heartbeat);
  }

  #armHeartbeat(execution: Execution, frame: Frame, wait: TaskWait, heartbeat: { readonly due: Millis }): void {
    const { due } = heartbeat;
    this.#parts.timers.add({
      due,
      // A heartbeat moves the time on: the timer for the time before means nothing any more.
      stillMeant: () => !frame.gone && frame.body.wait === wait && heartbeat.due === due,
      fire: () => this.#expire(execution, frame, 'States.HeartbeatTimeout'),
    });
  }

  async #expire(execution: Execution, frame: Frame, error: string): Promise<void> {
    if (frame.state.Type !== 'Task') return;
    frame.body.wait = { for: 'outcome', outcome: { error } };
    await this.#walk(execution, frame, history.taskTimedOut(resourceName(frame.state), { error }));
  }

  #call(execution: Execution, frame: Frame, wait: TaskWait): void {
    this.#inFlight += 1;
    void this.#parts.call(execution.machine, wait.call).then((outcome) => {
      this.#inFlight -= 1;
      if (frame.gone || frame.body.wait !== wait || frame.state.Type !== 'Task') return;
      const resource = resourceName(frame.state);
      if ('error' in outcome) {
        frame.body.wait = { for: 'outcome', outcome };
        void this.#walk(execution, frame, history.taskFailed(resource, outcome));
      } else if (wait.token === undefined) {
        frame.body.wait = { for: 'outcome', outcome };
        void this.#walk(execution, frame, history.taskSucceeded(resource, outcome.result));
      } else {
        wait.submitted = true;
        const turn = new Turn(execution);
        turn.tell(frame, history.taskSubmitted(resource, outcome.result));
        turn.save(frame);
        this.#write(turn);
      }
    });
  }

  /** What a token's holder answered, on record before the answer to the answer. */
  settleTask(execution: Execution, frame: Frame, outcome: Outcome): void {
    if (frame.state.Type !== 'Task') return;
    const resource = resourceName(frame.state);
    frame.body.wait = { for: 'outcome', outcome };
    const turn = new Turn(execution);
    turn.tell(
      frame,
      'error' in outcome ? history.taskFailed(resource, outcome) : history.taskSucceeded(resource, outcome.result),
    );
    turn.save(frame);
    if (this.#write(turn)) void this.#walk(execution, frame);
  }

  /** Grants a waiting task another HeartbeatSeconds. */
  heartbeat(execution: Execution, frame: Frame, wait: TaskWait): void {
    if (wait.heartbeat === undefined) return;
    wait.heartbeat.due = this.#now() + wait.heartbeat.every;
    const turn = new Turn(execution);
    turn.save(frame);
    if (this.#write(turn)) this.#armHeartbeat(execution, frame, wait, wait.heartbeat);
  }
}
