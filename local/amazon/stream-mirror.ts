import { DatabaseSync } from 'node:sqlite';
import type { BusySource, StreamRecord } from '../contracts.ts';
import type { Streams } from '../dynamodb/dynamodb.ts';
import { readNewRecords, type Cursor } from './read-stream.ts';
import type { Send } from './wire.ts';

/** The streams of Amazon's DynamoDB Local, copied into one sequence that our pollers read. */
export interface StreamMirror {
  readonly streams: Streams;
  readonly busy: BusySource;
  follow(table: string, streamArn: string): void;
  /** Says that something may have been written. */
  touched(): void;
  start(): void;
  stop(): void;
}

const everyMs = 100;

/** A mirror in `file`. DynamoDB Local cannot be listened to: it is asked after each write, and every 100 ms. */
export function createStreamMirror(file: string, send: Send): StreamMirror {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS change (sequence INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT, record TEXT);
    CREATE TABLE IF NOT EXISTS consumer (name TEXT PRIMARY KEY, position INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS cursor (shard TEXT PRIMARY KEY, last TEXT NOT NULL);
  `);
  const insert = database.prepare('INSERT INTO change (table_name, record) VALUES (?, ?)');
  const select = database.prepare(
    'SELECT * FROM change WHERE table_name = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );
  const head = database.prepare('SELECT coalesce(max(sequence), 0) AS head FROM change');
  const place = database.prepare('SELECT position FROM consumer WHERE name = ?');
  const put = database.prepare(
    'INSERT INTO consumer VALUES (?1, ?2) ON CONFLICT DO UPDATE SET position = max(position, ?2)',
  );
  const putCursor = database.prepare('INSERT OR REPLACE INTO cursor VALUES (?, ?)');
  const cursors: Cursor = new Map(
    database
      .prepare('SELECT * FROM cursor')
      .all()
      .map((row) => [String(row['shard']), String(row['last'])]),
  );
  const followed = new Map<string, string>();
  const listeners = new Set<() => void>();
  let writes = 0;
  let seen = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const copy = async (table: string, streamArn: string): Promise<void> => {
    for await (const { shard, records } of readNewRecords(send, streamArn, cursors)) {
      const last = records.at(-1)?.dynamodb.SequenceNumber;
      if (stopped || last === undefined) continue;
      database.exec('BEGIN');
      for (const record of records) insert.run(table, JSON.stringify(record));
      putCursor.run(shard, last);
      database.exec('COMMIT');
      cursors.set(shard, last);
      for (const listener of listeners) listener();
    }
  };
  const look = async (): Promise<void> => {
    const before = writes;
    try {
      for (const [table, streamArn] of followed) await copy(table, streamArn);
      seen = before;
    } catch (error) {
      if (!stopped) console.error('The streams of DynamoDB Local:', error);
    }
    if (!stopped) timer = setTimeout(() => void look(), writes > seen ? 0 : everyMs);
  };
  const positionOf = (consumer: string) => Number(place.get(consumer)?.['position'] ?? 0);

  return {
    busy: { name: 'streams of DynamoDB Local', isBusy: () => writes > seen && !stopped },
    follow: (table, streamArn) => void followed.set(table, streamArn),
    touched: () => void (writes += 1),
    start: () => void look(),
    stop() {
      stopped = true;
      clearTimeout(timer);
      database.close();
    },
    streams: {
      read(table, afterSequence, limit) {
        const rows = select.all(table, afterSequence, limit);
        const records = rows.map((row) =>
          numbered(JSON.parse(String(row['record'])) as StreamRecord, Number(row['sequence'])),
        );
        const last = rows.length === limit ? Number(rows.at(-1)?.['sequence']) : Number(head.get()?.['head']);
        return { records, last: Math.max(afterSequence, last) };
      },
      register(consumer, _table, from) {
        if (!place.get(consumer)) put.run(consumer, from === 'LATEST' ? Number(head.get()?.['head']) : 0);
        return positionOf(consumer);
      },
      position: positionOf,
      commit: (consumer, sequence) => void put.run(consumer, sequence),
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      trim: () => undefined,
    },
  };
}

/** The mirror's own sequence in the place of the shard's, in the form that our streams give it. */
const numbered = (record: StreamRecord, sequence: number): StreamRecord => ({
  ...record,
  dynamodb: { ...record.dynamodb, SequenceNumber: `1${String(sequence).padStart(20, '0')}` },
});
