import type { Millis } from '../contracts.ts';
import type { FrameBody } from './frame.ts';
import type { HistoryEvent } from './history.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What is stored of an execution besides its frames and its history. */
export interface ExecutionRow {
  readonly seq: number;
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  /** The fingerprint of the definition that it runs to its end. */
  readonly definition: string;
  readonly input: string;
  readonly started: Millis;
  status: Status;
  stopped: Millis | null;
  /** The machine's TimeoutSeconds as a time. */
  deadline: Millis | null;
  output: string | null;
  error: string | null;
  cause: string | null;
  redriveCount: number;
  redriven: Millis | null;
}

/** One transition as it is written: all of it or nothing. */
export interface Commit {
  readonly execution: ExecutionRow;
  readonly events: readonly HistoryEvent[];
  readonly saved: readonly FrameBody[];
  readonly dropped: readonly number[];
  /** True when the execution's own row changed. */
  readonly rowChanged: boolean;
}

/** The engine's tables. WAL with NORMAL survives the kill of the process at any moment. */
export const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS engine (id TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS definition (fingerprint TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS machine (name TEXT PRIMARY KEY, created INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS execution (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, name TEXT NOT NULL,
    definition TEXT NOT NULL, input TEXT NOT NULL, started INTEGER NOT NULL, status TEXT NOT NULL, stopped INTEGER,
    deadline INTEGER, output TEXT, error TEXT, cause TEXT, redriveCount INTEGER NOT NULL, redriven INTEGER
  );
  CREATE INDEX IF NOT EXISTS execution_by_machine ON execution (machine, seq);
  CREATE INDEX IF NOT EXISTS execution_by_status ON execution (status, machine, seq);
  CREATE TABLE IF NOT EXISTS frame (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS event (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
    previous INTEGER NOT NULL, details TEXT NOT NULL, PRIMARY KEY (execution, id)
  ) WITHOUT ROWID;
`;
