import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Millis } from '../contracts.ts';
import type { FrameBody } from './frame.ts';
import type { HistoryEvent } from './history.ts';
import { schema } from './rows.ts';
import type { Commit, ExecutionRow } from './rows.ts';

/** The engine's file: one SQLite transaction per transition, so that a kill at any moment loses none. */
export class Store {
  readonly engineId: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(schema);
    const known = this.#one<{ id: string }>('SELECT id FROM engine');
    this.engineId = known?.id ?? randomUUID();
    if (known === undefined) this.#run('INSERT INTO engine VALUES (?)', this.engineId);
  }

  close(): void {
    this.#database.close();
  }

  /** Keeps a definition for the executions that will run it; returns its fingerprint. */
  keepDefinition(machine: string, body: string, now: Millis): { fingerprint: string; created: Millis } {
    const fingerprint = fingerprintOf(body);
    this.#run('INSERT OR IGNORE INTO definition VALUES (?, ?)', fingerprint, body);
    this.#run('INSERT OR IGNORE INTO machine VALUES (?, ?)', machine, now);
    const { created } = this.#one<{ created: number }>('SELECT created FROM machine WHERE name = ?', machine)!;
    return { fingerprint, created };
  }

  hasDefinition(body: string): boolean {
    return this.definition(fingerprintOf(body)) !== undefined;
  }

  definition(fingerprint: string): string | undefined {
    return this.#one<{ body: string }>('SELECT body FROM definition WHERE fingerprint = ?', fingerprint)?.body;
  }

  /** Writes a new execution and everything of its first moment. */
  insert(row: Omit<ExecutionRow, 'seq'>, first: (seq: number) => Omit<Commit, 'execution' | 'rowChanged'>): number {
    return this.#transaction(() => {
      const { lastInsertRowid } = this.#run(
        `INSERT INTO execution (arn, machine, name, definition, input, started, status, deadline, redriveCount)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        ...[row.arn, row.machine, row.name, row.definition, row.input, row.started, row.status, row.deadline],
      );
      const seq = Number(lastInsertRowid);
      const { events, saved } = first(seq);
      this.#write(seq, events, saved, []);
      return seq;
    });
  }

  commit({ execution, events, saved, dropped, rowChanged }: Commit): void {
    this.#transaction(() => {
      this.#write(execution.seq, events, saved, dropped);
      if (!rowChanged) return;
      const { seq, status, stopped, deadline, output, error, cause, redriveCount, redriven } = execution;
      this.#run(
        `UPDATE execution SET status = ?, stopped = ?, deadline = ?, output = ?, error = ?, cause = ?,
           redriveCount = ?, redriven = ? WHERE seq = ?`,
        ...[status, stopped, deadline, output, error, cause, redriveCount, redriven, seq],
      );
      if (status === 'SUCCEEDED') this.#run('DELETE FROM frame WHERE execution = ?', seq);
    });
  }

  byArn(arn: string): ExecutionRow | undefined {
    return this.#one<ExecutionRow>('SELECT * FROM execution WHERE arn = ?', arn);
  }

  bySeq(seq: number): ExecutionRow | undefined {
    return this.#one<ExecutionRow>('SELECT * FROM execution WHERE seq = ?', seq);
  }

  running(): ExecutionRow[] {
    return this.#all<ExecutionRow>("SELECT * FROM execution WHERE status = 'RUNNING' ORDER BY seq");
  }

  /** Newest first; `before` is the seq that the page before ended with. */
  list(filter: {
    machine?: string;
    status?: string;
    redriven?: boolean;
    before?: number;
    /** Something of them began, went on or ended then or later. */
    since?: Millis;
    limit: number;
  }): ExecutionRow[] {
    const { machine = null, status = null, before = null, since = null } = filter;
    const redriven = filter.redriven === undefined ? null : Number(filter.redriven);
    return this.#all<ExecutionRow>(
      `SELECT * FROM execution WHERE (?1 IS NULL OR machine = ?1) AND (?2 IS NULL OR status = ?2)
         AND (?3 IS NULL OR seq < ?3) AND (?4 IS NULL OR (redriveCount > 0) = ?4)
         AND (?5 IS NULL OR started >= ?5 OR stopped >= ?5 OR (status = 'RUNNING' AND EXISTS (
           SELECT 1 FROM frame WHERE execution = seq AND body ->> 'entered' >= ?5)))
         ORDER BY seq DESC LIMIT ?6`,
      ...[machine, status, before, redriven, since, filter.limit],
    );
  }

  countByStatus(machine: string): Record<string, number> {
    const rows = this.#all<{ status: string; count: number }>(
      'SELECT status, count(*) AS count FROM execution WHERE machine = ? GROUP BY status',
      machine,
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  frames(seq: number): FrameBody[] {
    const rows = this.#all<{ body: string }>('SELECT body FROM frame WHERE execution = ? ORDER BY id', seq);
    return rows.map(({ body }) => JSON.parse(body) as FrameBody);
  }

  lastEvent(seq: number): number {
    return this.#one<{ id: number | null }>('SELECT max(id) AS id FROM event WHERE execution = ?', seq)?.id ?? 0;
  }

  /** From which state into which an execution went, and how often; without `from` where a scope began. */
  steps(seq: number): { state: string; from?: string; times: number }[] {
    const rows = this.#all<{ state: string; cameFrom: string | null; times: number }>(
      `SELECT entered.details ->> '$.stateEnteredEventDetails.name' AS state,
         exited.details ->> '$.stateExitedEventDetails.name' AS cameFrom, count(*) AS times
       FROM event entered LEFT JOIN event exited
         ON exited.execution = entered.execution AND exited.id = entered.previous
       WHERE entered.execution = ? AND entered.type GLOB '*StateEntered' GROUP BY state, cameFrom`,
      seq,
    );
    return rows.map(({ state, cameFrom, times }) => ({ state, ...(cameFrom !== null && { from: cameFrom }), times }));
  }

  /** Events after `after` in their order, or before it backwards. */
  events(seq: number, page: { after: number; reverse?: boolean; limit: number }): HistoryEvent[] {
    const [compare, order] = page.reverse ? ['<', 'DESC'] : ['>', 'ASC'];
    const rows = this.#all<Omit<HistoryEvent, 'details'> & { details: string }>(
      `SELECT id, at, type, previous, details FROM event WHERE execution = ? AND id ${compare} ? ORDER BY id ${order} LIMIT ?`,
      ...[seq, page.after, page.limit],
    );
    return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as HistoryEvent['details'] }));
  }

  /** Closed executions are forgotten after 90 days, history and all. */
  forgetClosedBefore(moment: Millis): void {
    const closed = 'SELECT seq FROM execution WHERE stopped < ?';
    this.#transaction(() => {
      this.#run(`DELETE FROM event WHERE execution IN (${closed})`, moment);
      this.#run(`DELETE FROM frame WHERE execution IN (${closed})`, moment);
      this.#run('DELETE FROM execution WHERE stopped < ?', moment);
    });
  }

  #write(seq: number, events: readonly HistoryEvent[], saved: readonly FrameBody[], dropped: readonly number[]): void {
    for (const { id, at, type, previous, details } of events) {
      this.#run('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)', seq, id, at, type, previous, JSON.stringify(details));
    }
    for (const body of saved) {
      this.#run('INSERT OR REPLACE INTO frame VALUES (?, ?, ?)', seq, body.id, JSON.stringify(body));
    }
    for (const id of dropped) this.#run('DELETE FROM frame WHERE execution = ? AND id = ?', seq, id);
  }

  #transaction<T>(work: () => T): T {
    this.#statement('BEGIN IMMEDIATE').run();
    try {
      const result = work();
      this.#statement('COMMIT').run();
      return result;
    } catch (thrown) {
      this.#statement('ROLLBACK').run();
      throw thrown;
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: (string | number | null)[]) {
    return this.#statement(sql).run(...values);
  }

  #one<Row>(sql: string, ...values: (string | number | null)[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  #all<Row>(sql: string, ...values: (string | number | null)[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }
}

function fingerprintOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
