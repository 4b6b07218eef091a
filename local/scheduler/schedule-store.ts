import { DatabaseSync } from 'node:sqlite';
import type { Millis } from '../contracts.ts';
import type { Occurrence } from './payload.ts';

/** What is remembered of a schedule between starts. */
export interface ScheduleMemory {
  /** When it was first seen, or changed last. */
  readonly created: Millis;
  /** Every occurrence up to this award time was taken up. */
  readonly playedTo: Millis;
  readonly lastRun: LastRun | undefined;
}

export interface LastRun {
  readonly scheduledAt: Millis;
  readonly endedAt: Millis;
  readonly result: 'delivered' | 'retrying' | 'failed';
  readonly attempts: number;
  readonly error?: string;
}

export interface PendingOccurrence extends Occurrence {
  readonly due: Millis;
}

export interface DeadLetter {
  readonly id: string;
  readonly schedule: string;
  /** The queue that the schedule names for them. */
  readonly queueArn: string;
  readonly scheduledAt: Millis;
  readonly failedAt: Millis;
  readonly error: string;
  readonly payload: unknown;
}

type Row = Record<string, string | number | null>;

/** What was played and what is still to be delivered; an occurrence is taken up once, whatever happens after. */
export function openScheduleStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS schedule (name TEXT PRIMARY KEY, as_written TEXT NOT NULL, created REAL NOT NULL, played_to REAL NOT NULL, last_run TEXT);
    CREATE TABLE IF NOT EXISTS pending (id TEXT PRIMARY KEY, schedule TEXT NOT NULL, scheduled_at REAL NOT NULL, attempt INTEGER NOT NULL, due REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS dead_letter (id TEXT PRIMARY KEY, schedule TEXT NOT NULL, scheduled_at REAL NOT NULL, letter TEXT NOT NULL);`);
  const read = db.prepare('SELECT * FROM schedule WHERE name = ?');
  const insert = db.prepare(
    'INSERT OR REPLACE INTO schedule (name, as_written, created, played_to, last_run) VALUES (?, ?, ?, ?, ?)',
  );
  const setPlayedTo = db.prepare('UPDATE schedule SET played_to = ? WHERE name = ?');
  const setLastRun = db.prepare('UPDATE schedule SET last_run = ? WHERE name = ?');
  const putPending = db.prepare(
    'INSERT OR REPLACE INTO pending (id, schedule, scheduled_at, attempt, due) VALUES (?, ?, ?, ?, ?)',
  );
  const allPending = db.prepare('SELECT * FROM pending ORDER BY due, scheduled_at, schedule');
  const dropPending = db.prepare('DELETE FROM pending WHERE id = ?');
  const putDeadLetter = db.prepare(
    'INSERT OR REPLACE INTO dead_letter (id, schedule, scheduled_at, letter) VALUES (?, ?, ?, ?)',
  );
  const allDeadLetters = db.prepare('SELECT letter FROM dead_letter ORDER BY scheduled_at, schedule');

  function atOnce(work: () => void): void {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }
  const savePending = (item: PendingOccurrence) =>
    putPending.run(item.id, item.schedule, item.scheduledAt, item.attempt, item.due);

  return {
    /** The memory of a schedule, begun anew when it is new or when it was written differently. */
    recall(name: string, asWritten: string, fresh: { created: Millis; playedTo: Millis }): ScheduleMemory {
      const row = read.get(name) as Row | undefined;
      if (row === undefined || row.as_written !== asWritten) {
        insert.run(name, asWritten, fresh.created, fresh.playedTo, row?.last_run ?? null);
        return { ...fresh, lastRun: parseLastRun(row) };
      }
      return { created: Number(row.created), playedTo: Number(row.played_to), lastRun: parseLastRun(row) };
    },
    lastRun: (name: string): LastRun | undefined => parseLastRun(read.get(name) as Row | undefined),
    skipTo: (name: string, playedTo: Millis): void => void setPlayedTo.run(playedTo, name),
    takeUp: (occurrence: PendingOccurrence): void =>
      atOnce(() => {
        setPlayedTo.run(occurrence.scheduledAt, occurrence.schedule);
        savePending(occurrence);
      }),
    pending: (): PendingOccurrence[] =>
      (allPending.all() as Row[]).map((row) => ({
        id: String(row.id),
        schedule: String(row.schedule),
        scheduledAt: Number(row.scheduled_at),
        attempt: Number(row.attempt),
        due: Number(row.due),
      })),
    retry: (occurrence: PendingOccurrence, run: LastRun): void =>
      atOnce(() => {
        savePending(occurrence);
        setLastRun.run(JSON.stringify(run), occurrence.schedule);
      }),
    end: (occurrence: Occurrence, run: LastRun, letter?: DeadLetter): void =>
      atOnce(() => {
        dropPending.run(occurrence.id);
        setLastRun.run(JSON.stringify(run), occurrence.schedule);
        if (letter) putDeadLetter.run(letter.id, letter.schedule, letter.scheduledAt, JSON.stringify(letter));
      }),
    deadLetters: (): DeadLetter[] =>
      (allDeadLetters.all() as Row[]).map((row) => JSON.parse(String(row.letter)) as DeadLetter),
    close: (): void => db.close(),
  };
}

export type ScheduleStore = ReturnType<typeof openScheduleStore>;

function parseLastRun(row: Row | undefined): LastRun | undefined {
  return row?.last_run ? (JSON.parse(String(row.last_run)) as LastRun) : undefined;
}
