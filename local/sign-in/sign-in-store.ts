import { DatabaseSync } from 'node:sqlite';
import type { Visitor } from './person.ts';

/** One of the issuer's records: a session, a grant, a code, a token, … */
export interface IssuerRecord {
  readonly model: string;
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Seconds since the epoch, machine time; undefined when it does not expire. */
  readonly expiresAt: number | undefined;
}

const seconds = () => Math.floor(Date.now() / 1000);

/** Sessions, grants, tokens and registered visitors, in one SQLite file. */
export function openSignInStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS record (model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires_at INTEGER, PRIMARY KEY (model, id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS record_uid ON record (payload ->> 'uid') WHERE model = 'Session';
    CREATE INDEX IF NOT EXISTS record_grant ON record (payload ->> 'grantId');
    CREATE TABLE IF NOT EXISTS visitor (sub TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL);`);
  db.prepare('DELETE FROM record WHERE expires_at < ?').run(seconds());

  const put = db.prepare('INSERT OR REPLACE INTO record (model, id, payload, expires_at) VALUES (?, ?, ?, ?)');
  const byId = db.prepare('SELECT payload, expires_at FROM record WHERE model = ? AND id = ?');
  const byUid = db.prepare(
    `SELECT payload, expires_at FROM record WHERE model = ? AND model = 'Session' AND payload ->> 'uid' = ?`,
  );
  const consume = db.prepare(
    `UPDATE record SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?`,
  );
  const drop = db.prepare('DELETE FROM record WHERE model = ? AND id = ?');
  const dropGrant = db.prepare(`DELETE FROM record WHERE model = ? AND payload ->> 'grantId' = ?`);
  const putVisitor = db.prepare('INSERT INTO visitor (sub, name, email) VALUES (?, ?, ?)');
  const oneVisitor = db.prepare('SELECT sub, name, email FROM visitor WHERE sub = ?');
  const allVisitors = db.prepare('SELECT sub, name, email FROM visitor ORDER BY rowid');

  const payloadOf = (row: Record<string, unknown> | undefined): Record<string, unknown> | undefined =>
    row === undefined || (row.expires_at !== null && Number(row.expires_at) < seconds())
      ? undefined
      : (JSON.parse(String(row.payload)) as Record<string, unknown>);

  return {
    put: ({ model, id, payload, expiresAt }: IssuerRecord): void =>
      void put.run(model, id, JSON.stringify(payload), expiresAt ?? null),
    find: (model: string, id: string) => payloadOf(byId.get(model, id)),
    findByUid: (model: string, uid: string) => payloadOf(byUid.get(model, uid)),
    consume: (model: string, id: string): void => void consume.run(seconds(), model, id),
    drop: (model: string, id: string): void => void drop.run(model, id),
    dropGrant: (model: string, grantId: string): void => void dropGrant.run(model, grantId),
    addVisitor: ({ sub, name, email }: Visitor): void => void putVisitor.run(sub, name, email),
    visitor: (sub: string): Visitor | undefined => oneVisitor.get(sub) as Visitor | undefined,
    visitors: (): Visitor[] => allVisitors.all() as unknown as Visitor[],
    close: (): void => db.close(),
  };
}

export type SignInStore = ReturnType<typeof openSignInStore>;
