import type { Millis, TimedSource } from '../contracts.ts';

export interface Timer {
  readonly due: Millis;
  /** False once what it was set for has happened otherwise: it is then dropped unfired. */
  readonly stillMeant: () => boolean;
  readonly fire: () => Promise<void>;
}

/**
 * Everything that waits for award time. It is a heap that the composed cloud empties, never setTimeout: that one
 * counts machine time and overflows after 24.8 days.
 */
export class Timers implements TimedSource {
  readonly name = 'step-functions';
  readonly #heap: Timer[] = [];

  add(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (heap[above]!.due <= timer.due) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = timer;
  }

  nextDue(): Millis | undefined {
    while (this.#heap[0] !== undefined && !this.#heap[0].stillMeant()) this.#pop();
    return this.#heap[0]?.due;
  }

  /** Fires what is due, earliest first; resolves when each has moved its execution to its next wait or call. */
  async runDue(now: Millis): Promise<void> {
    for (let due = this.nextDue(); due !== undefined && due <= now; due = this.nextDue()) await this.#pop()?.fire();
  }

  #pop(): Timer | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]!.due < heap[below]!.due) below += 1;
      if (heap[below]!.due >= last.due) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}
