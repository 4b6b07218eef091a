import type { Millis } from '../contracts.ts';
import type { Database } from './database.ts';
import type { S3Event } from './events.ts';

/** Hands an event on; a rejection means "again later". */
export type Deliver = (event: S3Event) => Promise<void> | void;

const FIRST_PAUSE: Millis = 500;
const LONGEST_PAUSE: Millis = 60_000;
const AT_ONCE = 8;

/**
 * Events written in the transaction of what they tell of, and deleted once delivered: a process killed in between
 * delivers them again when it starts (at least once, and like S3 in no promised order).
 */
export class Outbox {
  readonly #db: Database;
  readonly #deliver: Deliver;
  readonly #underWay = new Set<number>();
  readonly #failures = new Map<number, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #scheduled = false;
  #closed = false;

  constructor(db: Database, deliver: Deliver) {
    this.#db = db;
    this.#deliver = deliver;
  }

  /** To be called inside the transaction of the change. */
  add(event: S3Event): void {
    this.#db.run('INSERT INTO outbox (event) VALUES (?)', JSON.stringify(event));
  }

  deliverSoon(): void {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#deliverWaiting();
    });
  }

  /** True while an event is being delivered or is about to be; one that waits for another try does not count. */
  isBusy(): boolean {
    return !this.#closed && (this.#scheduled || this.#underWay.size > 0);
  }

  #deliverWaiting(): void {
    if (this.#closed) return;
    const most = AT_ONCE + this.#underWay.size + this.#failures.size;
    for (const row of this.#db.all('SELECT seq, event FROM outbox ORDER BY seq LIMIT ?', most)) {
      const seq = Number(row['seq']);
      if (this.#underWay.size >= AT_ONCE) return;
      if (this.#underWay.has(seq) || this.#failures.has(seq)) continue;
      void this.#attempt(seq, JSON.parse(String(row['event'])) as S3Event);
    }
  }

  async #attempt(seq: number, event: S3Event): Promise<void> {
    this.#underWay.add(seq);
    try {
      await this.#deliver(event);
      this.#failures.delete(seq);
      if (!this.#closed) this.#db.run('DELETE FROM outbox WHERE seq = ?', seq);
    } catch {
      this.#tryLater(seq, event);
    } finally {
      this.#underWay.delete(seq);
      this.deliverSoon();
    }
  }

  #tryLater(seq: number, event: S3Event): void {
    const failures = (this.#failures.get(seq) ?? 0) + 1;
    this.#failures.set(seq, failures);
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        if (!this.#closed) void this.#attempt(seq, event);
      },
      Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE),
    );
    timer.unref();
    this.#timers.add(timer);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
