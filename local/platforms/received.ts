import { DatabaseSync } from 'node:sqlite';

/** A message as a platform took it. */
export interface Received {
  readonly platform: string;
  readonly idempotencyKey: string;
  readonly body: string;
  readonly receiptNumber: string;
  /** Award time. */
  readonly receivedAt: string;
}

/** A try to push, as the platform saw it. */
export interface Try {
  readonly platform: string;
  readonly idempotencyKey: string;
  /** The so-manieth of this message. */
  readonly nth: number;
  /** Award time. */
  readonly at: string;
  /** `taken`, a fault's name, or why it was turned away; empty while it is not answered. */
  readonly outcome: string;
  /** What the platform holds of it, from this try or another. */
  readonly taken: Received | undefined;
}

/** What the platforms took, and every try with what came of it, in an SQLite file. */
export function openReceived(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS tries (number INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, key TEXT NOT NULL, nth INTEGER NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL DEFAULT '');
    CREATE INDEX IF NOT EXISTS tries_of ON tries (platform, key);
    CREATE TABLE IF NOT EXISTS received (number INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (platform, key));`);
  const begin = db.prepare(`INSERT INTO tries (platform, key, at, nth)
    VALUES (?1, ?2, ?3, 1 + (SELECT count(*) FROM tries WHERE platform = ?1 AND key = ?2)) RETURNING number, nth`);
  const end = db.prepare('UPDATE tries SET outcome = ? WHERE number = ?');
  const newestTries = db.prepare('SELECT * FROM tries ORDER BY number DESC LIMIT ?');
  const insert = db.prepare('INSERT OR IGNORE INTO received (platform, key, body, at) VALUES (?, ?, ?, ?)');
  const one = db.prepare('SELECT * FROM received WHERE platform = ? AND key = ?');
  const read = (row: Record<string, unknown>): Received => ({
    platform: String(row.platform),
    idempotencyKey: String(row.key),
    body: String(row.body),
    receiptNumber: `${String(row.platform).toUpperCase()}-${String(row.number).padStart(6, '0')}`,
    receivedAt: String(row.at),
  });
  return {
    /** Notes that a try has come. */
    begin: (platform: string, key: string, at: string) =>
      begin.get(platform, key, at) as { readonly number: number; readonly nth: number },
    /** Notes what came of it. */
    end: (number: number, outcome: string): void => void end.run(outcome, number),
    /** The tries, newest first. */
    tries: (limit: number): Try[] =>
      (newestTries.all(limit) as Record<string, unknown>[]).map((row) => {
        const held = one.get(String(row.platform), String(row.key)) as Record<string, unknown> | undefined;
        return {
          platform: String(row.platform),
          idempotencyKey: String(row.key),
          ...{ nth: Number(row.nth), at: String(row.at), outcome: String(row.outcome) },
          taken: held && read(held),
        };
      }),
    /** Takes the message, once: a repeat gets what was taken first. */
    take(platform: string, key: string, body: string, at: string): Received {
      insert.run(platform, key, body, at);
      return read(one.get(platform, key) as Record<string, unknown>);
    },
    close: (): void => db.close(),
  };
}
