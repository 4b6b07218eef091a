import type { DatabaseSync } from 'node:sqlite';
import { FunctionError, type BusySource, type InvokeFunction } from '../contracts.ts';
import type { FunctionModel } from '../template/model.ts';
import type { Queues } from './queues.ts';

/** Events that failed for good on a function without a queue for them; on AWS they would be lost. */
export const lostQueue = 'lost';

export interface AsyncInvocationsOptions {
  readonly database: DatabaseSync;
  readonly functions: readonly FunctionModel[];
  readonly invoke: InvokeFunction;
  readonly queues: Queues;
  /** Real pauses before the second and third attempt. Lambda waits minutes; nobody watching wants that. */
  readonly pausesMs?: readonly number[];
}

/** Lambda's queue of asynchronous events: accepted means kept, until handled or given up. */
export interface AsyncInvocations {
  /** Returns as soon as the event is on disk. `source` says in listings where it came from. */
  submit(functionName: string, payload: unknown, source: string): void;
  /** Takes up what an earlier process left behind. */
  start(): void;
  readonly busy: BusySource;
  stop(): void;
}

interface Pending {
  readonly id: number;
  readonly functionName: string;
  readonly payload: string;
  readonly source: string;
  readonly attempts: number;
}

/** The queue in `database`; call `start` once everything that functions reach is up. */
export function createAsyncInvocations(options: AsyncInvocationsOptions): AsyncInvocations {
  const { database, invoke, queues, pausesMs = [250, 1000] } = options;
  const functions = new Map(options.functions.map((fn) => [fn.name, fn]));
  const insert = database.prepare('INSERT INTO invocation (function, payload, source, attempts) VALUES (?, ?, ?, 0)');
  const remove = database.prepare('DELETE FROM invocation WHERE id = ?');
  const failedOnce = database.prepare('UPDATE invocation SET attempts = ? WHERE id = ?');
  const timers = new Set<NodeJS.Timeout>();
  let open = 0;
  let stopped = false;

  const attempt = async (pending: Pending): Promise<void> => {
    try {
      await invoke(pending.functionName, JSON.parse(pending.payload));
      if (!stopped) done(pending);
    } catch (error) {
      if (!stopped) failed(pending, error);
    }
  };
  const done = ({ id }: Pending) => {
    remove.run(id);
    open -= 1;
  };
  const failed = (pending: Pending, error: unknown) => {
    const attempts = pending.attempts + 1;
    const fn = functions.get(pending.functionName);
    if (attempts > (fn?.async.retries ?? 0)) return giveUp(pending, fn, error);
    failedOnce.run(attempts, pending.id);
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void attempt({ ...pending, attempts });
      },
      pausesMs[attempts - 1] ?? pausesMs.at(-1) ?? 0,
    );
    timers.add(timer);
  };
  const giveUp = (pending: Pending, fn: FunctionModel | undefined, error: unknown) => {
    queues.send(fn?.async.onFailure ?? lostQueue, pending.payload, {
      Function: pending.functionName,
      Source: pending.source,
      ErrorType: error instanceof FunctionError ? error.errorType : 'Error',
      ErrorMessage: error instanceof Error ? error.message : String(error),
    });
    done(pending);
  };

  return {
    submit(functionName, payload, source) {
      const text = JSON.stringify(payload ?? null);
      const { lastInsertRowid } = insert.run(functionName, text, source);
      open += 1;
      void attempt({ id: Number(lastInsertRowid), functionName, payload: text, source, attempts: 0 });
    },
    start() {
      for (const row of database.prepare('SELECT * FROM invocation ORDER BY id').all()) {
        open += 1;
        void attempt({
          id: Number(row['id']),
          functionName: String(row['function']),
          payload: String(row['payload']),
          source: String(row['source']),
          attempts: Number(row['attempts']),
        });
      }
    },
    busy: { name: 'asynchronous invocations', isBusy: () => open > 0 },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
