import type { Millis } from '../contracts.ts';
import type { Execution } from './execution.ts';
import type { Frame } from './frame.ts';
import { executionEnded, historyLimit } from './history.ts';
import type { EventDraft, HistoryEvent } from './history.ts';
import type { Store } from './store.ts';

/** Everything that one transition changes, collected until it is written at once. */
export class Turn {
  readonly execution: Execution;
  readonly #told: { frame: Frame; draft: EventDraft }[] = [];
  readonly #saved = new Set<Frame>();
  readonly #dropped: number[] = [];
  rowChanged = false;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  tell(frame: Frame, ...drafts: EventDraft[]): void {
    for (const draft of drafts) this.#told.push({ frame, draft });
  }

  /** The number of the last event told, once this is written. */
  get lastEvent(): number {
    return this.execution.lastEvent + this.#told.length;
  }

  save(frame: Frame): void {
    this.#saved.add(frame);
  }

  /** Ends everything below a frame. */
  prune(frame: Frame): void {
    this.#dropped.push(...this.execution.prune(frame));
  }

  /** Writes the transition. False when it would have overrun the history: the execution has then failed instead. */
  write(store: Store, now: Millis): boolean {
    const { execution } = this;
    if (overruns(this.lastEvent, this.#told.at(-1)?.draft.type)) return false;
    const events = this.#told.map(({ frame, draft }) => {
      const event: HistoryEvent = { id: ++execution.lastEvent, at: now, previous: frame.body.lastEvent, ...draft };
      frame.body.lastEvent = event.id;
      return event;
    });
    const saved = [...this.#saved].filter((frame) => execution.frames.has(frame.body.id)).map(({ body }) => body);
    store.commit({ execution: execution.row, events, saved, dropped: this.#dropped, rowChanged: this.rowChanged });
    return true;
  }
}

/** The last number is kept for the end: success may take it, else the failure for having come this far. */
function overruns(last: number, type: string | undefined): boolean {
  return last >= historyLimit && !(last === historyLimit && type?.startsWith('Execution'));
}

/** What an execution fails with when it would write more events than Step Functions keeps. */
export const historyOverrun = {
  error: 'States.Runtime',
  cause: `The execution reached the maximum number of history events (${historyLimit}).`,
};

/** Writes an end that no turn leads to: stopped, timed out, overrun. */
export function endNow(
  execution: Execution,
  status: 'FAILED' | 'TIMED_OUT' | 'ABORTED',
  failure: { error?: string; cause?: string },
): Turn {
  const turn = new Turn(execution);
  const root = [...execution.frames.values()].find((frame) => frame.body.parent === undefined);
  if (root !== undefined) turn.tell(root, executionEnded(status, failure));
  return turn;
}
