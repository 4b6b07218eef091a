import type { DatabaseSync } from 'node:sqlite';
import type { AwardClock, StreamRecord } from '../contracts.ts';
import { sameItem } from './attribute-value.ts';
import type { Arns } from './arns.ts';
import type { Write } from './store.ts';
import { streamRecord } from './stream-record.ts';
import type { ChangeRow } from './stream-record.ts';
import type { Tables } from './tables.ts';

/** As long as DynamoDB keeps a stream; on the machine's clock, so that moving the award's clock loses nothing. */
const retention = 24 * 60 * 60 * 1000;
const appendsBetweenTrims = 1000;

/** Where a consumer that is new begins: with all that is kept, or with what comes now. */
type StartingPosition = 'TRIM_HORIZON' | 'LATEST';

/** The streams of all tables: one sequence, in the order of the commits. */
export interface Streams {
  /**
   * The table's records after a sequence, at most `limit`. `last` is the sequence up to which the reader has now seen
   * everything of this table: what to read after next, and what to commit, even if no record came.
   */
  read(table: string, afterSequence: number, limit: number): { records: StreamRecord[]; last: number };
  /** Makes a consumer known, once; it then holds back the trimming of its table. Answers its position. */
  register(consumer: string, table: string, start?: StartingPosition): number;
  /** The sequence that the consumer has committed; 0 for one that never did. */
  position(consumer: string): number;
  /** Never goes back. */
  commit(consumer: string, sequence: number): void;
  /** Called after each commit that changed a table with a stream. Answers how to stop listening. */
  onChange(listener: () => void): () => void;
  /** Deletes records older than 24 h (machine time) that every consumer of their table has committed. */
  trim(): void;
}

export interface ChangeLog extends Streams {
  /** Records a write, inside the write's transaction. */
  append(write: Write): void;
  /** Tells the listeners what was committed. */
  wake(): void;
  forget(table: string): void;
}

export function createChangeLog(
  database: DatabaseSync,
  tables: Tables,
  arns: Arns,
  clock: AwardClock,
  region: string,
  machineTime: () => number = Date.now,
): ChangeLog {
  const insert = database.prepare(
    'INSERT INTO changes (table_name, award_time, real_time, expired, before, after) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare(
    'SELECT * FROM changes WHERE table_name = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );
  const head = database.prepare(`SELECT coalesce(max(seq), 0) AS head FROM sqlite_sequence WHERE name = 'changes'`);
  const place = database.prepare('SELECT position FROM consumers WHERE name = ?');
  const register = database.prepare(
    'INSERT INTO consumers VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET table_name = ?2',
  );
  const commit = database.prepare(
    `INSERT INTO consumers VALUES (?1, NULL, ?2) ON CONFLICT DO UPDATE SET position = max(position, ?2)`,
  );
  const trim = database.prepare(
    `DELETE FROM changes WHERE real_time < ? AND NOT EXISTS (SELECT 1 FROM consumers
       WHERE (consumers.table_name IS NULL OR consumers.table_name = changes.table_name)
         AND consumers.position < changes.sequence)`,
  );
  const forget = database.prepare('DELETE FROM changes WHERE table_name = ?');
  const listeners = new Set<() => void>();
  let appended = 0;
  let awake = true;

  const headOf = () => head.get()?.['head'] as number;
  const positionOf = (consumer: string) => (place.get(consumer)?.['position'] ?? 0) as number;

  function trimOld(): void {
    appended = 0;
    trim.run(machineTime() - retention);
  }

  return {
    append({ table, before, after, expired }) {
      if (!table.StreamSpecification?.StreamEnabled) return;
      // A write that changes nothing leaves no record.
      if (before === undefined ? after === undefined : after !== undefined && sameItem(before, after)) return;
      const [old, now] = [before, after].map((item) => (item === undefined ? null : JSON.stringify(item)));
      insert.run(table.TableName, clock.now(), machineTime(), Number(expired), old ?? null, now ?? null);
      awake = false;
      appended += 1;
    },
    wake() {
      if (awake) return;
      awake = true;
      if (appended >= appendsBetweenTrims) trimOld();
      // Not in the writer's call: a listener's failure is not the writer's.
      for (const listener of listeners) queueMicrotask(listener);
    },
    read(name, afterSequence, limit) {
      const upTo = headOf();
      const rows = select.all(name, afterSequence, limit) as unknown as ChangeRow[];
      const table = tables.find(name);
      const records = table === undefined ? [] : rows.map((row) => streamRecord(row, table, arns, region));
      const last = rows.length === limit ? rows.at(-1)?.sequence : undefined;
      return { records, last: last ?? Math.max(afterSequence, upTo) };
    },
    register(consumer, table, start = 'TRIM_HORIZON') {
      const known = place.get(consumer);
      const position = (known?.['position'] ?? (start === 'LATEST' ? headOf() : 0)) as number;
      register.run(consumer, table, position);
      return position;
    },
    position: positionOf,
    commit: (consumer, sequence) => void commit.run(consumer, sequence),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    trim: trimOld,
    forget: (table) => void forget.run(table),
  };
}
