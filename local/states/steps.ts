import { bindingsFor } from './bindings.ts';
import type { Extra } from './bindings.ts';
import type { EngineParts } from './engine.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { arrive } from './frame.ts';
import type { Frame, FrameBody } from './frame.ts';
import * as history from './history.ts';
import type { EventDraft, Failure } from './history.ts';
import { catcherFor, nextAttempt } from './retry-and-catch.ts';
import { asStateError } from './state-error.ts';
import type { StateError } from './state-error.ts';
import type { ExecutionRow } from './rows.ts';
import { issueToken } from './tokens.ts';
import { Turn } from './turn.ts';
import { leave } from './visit.ts';
import type { Child, Move } from './visit.ts';
import { visitState } from './visit-state.ts';

interface StepsParts extends Pick<EngineParts, 'store' | 'clock' | 'place' | 'random'> {
  /** False when the execution is over instead. */
  readonly write: (turn: Turn) => boolean;
  readonly walk: (execution: Execution, frame: Frame) => Promise<void>;
  /** Begins the wait that the frame was just written at. */
  readonly wait: (execution: Execution, frame: Frame) => void;
  readonly close: (
    execution: Execution,
    status: ExecutionRow['status'],
    how: Failure & { output?: string },
    turn: Turn,
  ) => void;
}

/**
 * The transitions. Between an `await` and the write a sibling may have failed or an operator stopped the execution:
 * the frame is then gone, and its step is dropped unwritten.
 */
export class Steps {
  readonly #parts: StepsParts;

  constructor(parts: StepsParts) {
    this.#parts = parts;
  }

  /** One step of a frame; gives the frame whose step is next, if that is known already. */
  async take(execution: Execution, frame: Frame, heard: EventDraft[]): Promise<Frame | undefined> {
    const { store, clock, place } = this.#parts;
    const { body, state } = frame;
    const turn = new Turn(execution);
    turn.tell(frame, ...heard);
    if (body.entered === undefined) {
      body.entered = clock.now();
      turn.tell(frame, history.stateEntered(state.Type, body.state, body.input));
    }
    let move: Move;
    try {
      move = await visitState({
        ...{ frame, state, place, now: clock.now() },
        outputs: execution.forks.get(body.id)?.frames.map(outputOf),
        evaluate: this.#evaluator(execution, frame),
        newToken: () => issueToken({ engine: store.engineId, execution: execution.row.seq, frame: body.id }),
        tell: (...drafts) => turn.tell(frame, ...drafts),
      });
    } catch (thrown) {
      return frame.gone ? undefined : this.#fail(execution, frame, asStateError(thrown), turn);
    }
    if (frame.gone) return undefined;
    if (move.to === 'leave') return this.#leave(execution, frame, move, turn);
    if (move.to === 'fork') this.#fork(execution, frame, move, turn);
    else this.#wait(execution, frame, move.wait, turn);
    return undefined;
  }

  #evaluator(execution: Execution, frame: Frame) {
    const now = this.#parts.clock.now();
    return (template: unknown, extra: Extra = {}) => evaluate(template, bindingsFor(execution, frame, extra), now);
  }

  #wait(execution: Execution, frame: Frame, wait: FrameBody['wait'], turn: Turn): void {
    frame.body.wait = wait;
    turn.save(frame);
    if (this.#parts.write(turn)) this.#parts.wait(execution, frame);
  }

  #leave(execution: Execution, frame: Frame, move: Move & { to: 'leave' }, turn: Turn): Frame | undefined {
    const { body } = frame;
    turn.prune(frame);
    turn.tell(frame, history.stateExited(frame.state.Type, body.state, move.output, move.assigned));
    turn.save(frame);
    body.vars = { ...body.vars, ...move.assigned };
    if (move.next !== undefined) {
      arrive(body, move.next, move.output);
      return this.#parts.write(turn) ? frame : undefined;
    }
    const parent = execution.parentOf(frame);
    if (parent !== undefined) return this.#endBranch(execution, frame, parent, move.output, turn);
    const output = JSON.stringify(move.output);
    turn.tell(frame, history.executionSucceeded(output));
    this.#parts.close(execution, 'SUCCEEDED', { output }, turn);
    return undefined;
  }

  #fork(execution: Execution, frame: Frame, { children, limit }: Move & { to: 'fork' }, turn: Turn): void {
    frame.body.wait = { for: 'children', limit };
    turn.save(frame);
    const frames = children.map((child, slot) => execution.addFrame(childBody(turn, frame, child, slot, limit)));
    for (const child of frames) turn.save(child);
    execution.addFork(frame, limit);
    if (!this.#parts.write(turn)) return;
    for (const child of frames.slice(0, limit)) void this.#parts.walk(execution, child);
  }

  /** A branch or an iteration has ended: lets the next one in, or the parent go on after the last. */
  #endBranch(execution: Execution, frame: Frame, parent: Frame, output: unknown, turn: Turn): Frame | undefined {
    const fork = execution.forks.get(parent.body.id)!;
    const name = parent.body.state;
    frame.body.wait = { for: 'nothing', output };
    fork.ended += 1;
    if (parent.state.Type === 'Map') turn.tell(frame, history.mapIteration('Succeeded', name, frame.body.slot));
    const successor = fork.frames[fork.opened];
    if (successor !== undefined) {
      fork.opened += 1;
      successor.body.wait = { for: 'turn' };
      turn.save(successor);
      turn.tell(successor, history.mapIteration('Started', name, successor.body.slot));
    }
    if (!this.#parts.write(turn)) return undefined;
    return successor ?? (fork.ended === fork.frames.length ? parent : undefined);
  }

  /** Retries, catches, or passes the error on to the state around this one. */
  async #fail(execution: Execution, frame: Frame, error: StateError, turn: Turn): Promise<Frame | undefined> {
    const { body, state } = frame;
    if (error.error === 'States.QueryEvaluationError') turn.tell(frame, history.evaluationFailed(body.state, error));
    const attempt = nextAttempt(state, error, body.attempts, this.#parts.random);
    if (attempt !== undefined) {
      body.attempts[attempt.retrier] = (body.attempts[attempt.retrier] ?? 0) + 1;
      body.retryCount += 1;
      turn.prune(frame);
      this.#wait(execution, frame, { for: 'retry', due: this.#parts.clock.now() + attempt.delay }, turn);
      return undefined;
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
      this.#parts.close(execution, 'FAILED', error, turn);
      return undefined;
    }
    execution.silence(parent);
    const { Type } = parent.state;
    if (Type === 'Map') turn.tell(frame, history.mapIteration('Failed', parent.body.state, frame.body.slot));
    if (Type === 'Map' || Type === 'Parallel') turn.tell(parent, history.forkEvent(Type, 'Failed'));
    return this.#fail(execution, parent, error, turn);
  }
}

function childBody(
  { execution, lastEvent }: Turn,
  parent: Frame,
  child: Child,
  slot: number,
  limit: number,
): FrameBody {
  return {
    ...{ id: execution.nextFrame, parent: parent.body.id, slot, path: [...parent.body.path, child.level] },
    ...(child.item !== undefined && { item: child.item }),
    ...{ state: child.startAt, input: child.input, vars: {}, retryCount: 0, attempts: [] },
    lastEvent,
    wait: { for: slot < limit ? 'turn' : 'slot' },
  };
}

function outputOf({ body: { wait } }: Frame): unknown {
  return wait.for === 'nothing' ? wait.output : undefined;
}
