import type { Execution } from './execution.ts';
import type { EngineParts } from './engine.ts';
import type { Frame, Outcome, TaskWait, Wait } from './frame.ts';
import { taskFailed, taskSubmitted, taskSucceeded, taskTimedOut } from './history.ts';
import type { EventDraft } from './history.ts';
import { resourceName } from './task-state.ts';
import { Turn } from './turn.ts';

interface WaitsParts extends Pick<EngineParts, 'timers' | 'clock' | 'call'> {
  /** False when the execution is over instead. */
  readonly write: (turn: Turn) => boolean;
  readonly walk: (execution: Execution, frame: Frame, ...heard: EventDraft[]) => Promise<void>;
  /** Counts invocations in flight up and down. */
  readonly invoked: (more: 1 | -1) => void;
}

/**
 * Everything that a frame can wait for. What a wait was for is its identity: an answer or a timer that comes when the
 * frame stands at another wait by then comes too late and changes nothing.
 */
export class Waits {
  readonly #parts: WaitsParts;

  constructor(parts: WaitsParts) {
    this.#parts = parts;
  }

  /** Begins or, after a restart, resumes the wait that the frame stands at. */
  takeUp(execution: Execution, frame: Frame): void {
    const { wait } = frame.body;
    if (wait.for === 'task') {
      this.#armTask(execution, frame, wait);
      if (!wait.submitted) this.#invoke(execution, frame, wait);
    }
    if (wait.for === 'retry') this.#armTime(execution, frame, wait.due, { for: 'turn' });
    if (wait.for === 'time') this.#armTime(execution, frame, wait.due, { for: 'outcome', outcome: { result: null } });
  }

  /** What a token's holder answered. */
  settleTask(execution: Execution, frame: Frame, outcome: Outcome): void {
    frame.body.wait = { for: 'outcome', outcome };
    const turn = new Turn(execution);
    turn.tell(frame, eventOf(frame, outcome));
    turn.save(frame);
    if (this.#parts.write(turn)) void this.#parts.walk(execution, frame);
  }

  /** Moves the time by which the next sign of life must come. */
  heartbeat(execution: Execution, frame: Frame, wait: TaskWait): void {
    if (wait.heartbeat === undefined) return;
    wait.heartbeat.due = this.#parts.clock.now() + wait.heartbeat.every;
    const turn = new Turn(execution);
    turn.save(frame);
    if (this.#parts.write(turn)) this.#armHeartbeat(execution, frame, wait, wait.heartbeat);
  }

  #armTime(execution: Execution, frame: Frame, due: number, then: Wait): void {
    const { wait } = frame.body;
    this.#parts.timers.add({
      due,
      stillMeant: () => standsAt(frame, wait),
      fire: () => {
        frame.body.wait = then;
        return this.#parts.walk(execution, frame);
      },
    });
  }

  #armTask(execution: Execution, frame: Frame, wait: TaskWait): void {
    if (wait.deadline !== undefined) {
      this.#parts.timers.add({
        due: wait.deadline,
        stillMeant: () => standsAt(frame, wait),
        fire: () => this.#expire(execution, frame, 'States.Timeout'),
      });
    }
    if (wait.heartbeat !== undefined) this.#armHeartbeat(execution, frame, wait, wait.heartbeat);
  }

  #armHeartbeat(execution: Execution, frame: Frame, wait: TaskWait, heartbeat: { readonly due: number }): void {
    const { due } = heartbeat;
    this.#parts.timers.add({
      due,
      // A heartbeat moves the time on: the timer for the time before means nothing any more.
      stillMeant: () => standsAt(frame, wait) && heartbeat.due === due,
      fire: () => this.#expire(execution, frame, 'States.HeartbeatTimeout'),
    });
  }

  #expire(execution: Execution, frame: Frame, error: string): Promise<void> {
    frame.body.wait = { for: 'outcome', outcome: { error } };
    return this.#parts.walk(execution, frame, taskTimedOut(resourceOf(frame), { error }));
  }

  #invoke(execution: Execution, frame: Frame, wait: TaskWait): void {
    this.#parts.invoked(1);
    void this.#parts.call(execution.machine, wait.call).then((outcome) => {
      this.#parts.invoked(-1);
      if (standsAt(frame, wait)) this.#answered(execution, frame, wait, outcome);
    });
  }

  #answered(execution: Execution, frame: Frame, wait: TaskWait, outcome: Outcome): void {
    if ('error' in outcome || wait.token === undefined) {
      frame.body.wait = { for: 'outcome', outcome };
      void this.#parts.walk(execution, frame, eventOf(frame, outcome));
      return;
    }
    wait.submitted = true;
    const turn = new Turn(execution);
    turn.tell(frame, taskSubmitted(resourceOf(frame), outcome.result));
    turn.save(frame);
    this.#parts.write(turn);
  }
}

function standsAt(frame: Frame, wait: Wait): boolean {
  return !frame.gone && frame.body.wait === wait;
}

function resourceOf({ state }: Frame): string {
  if (state.Type !== 'Task') throw new Error('Only a Task waits for a function or a token');
  return resourceName(state);
}

function eventOf(frame: Frame, outcome: Outcome): EventDraft {
  const resource = resourceOf(frame);
  return 'error' in outcome ? taskFailed(resource, outcome) : taskSucceeded(resource, outcome.result);
}
