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

/** What the platforms took, and how often each message was tried, in an SQLite file. */
export function openReceived(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS tried (platform TEXT, key TEXT, tries INTEGER NOT NULL, PRIMARY KEY (platform, key)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS received (number INTEGER PRIMARY KEY AUTOINCREMENT, platform TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (platform, key));`);
  const noteTry = db.prepare(`INSERT INTO tried VALUES (?, ?, 1)
    ON CONFLICT DO UPDATE SET tries = tries + 1 RETURNING tries`);
  const insert = db.prepare('INSERT OR IGNORE INTO received (platform, key, body, at) VALUES (?, ?, ?, ?)');
  const one = db.prepare('SELECT * FROM received WHERE platform = ? AND key = ?');
  const newest = db.prepare('SELECT * FROM received ORDER BY number DESC LIMIT ?');
  const read = (row: Record<string, unknown>): Received => ({
    platform: String(row.platform),
    idempotencyKey: String(row.key),
    body: String(row.body),
    receiptNumber: `${String(row.platform).toUpperCase()}-${String(row.number).padStart(6, '0')}`,
    receivedAt: String(row.at),
  });
  return {
    /** The number of this try. */
    tried: (platform: string, key: string): number => Number((noteTry.get(platform, key) as { tries: number }).tries),
    /** Takes the message, once: a repeat gets what was taken first. */
    take(platform: string, key: string, body: string, at: string): Received {
      insert.run(platform, key, body, at);
      return read(one.get(platform, key) as Record<string, unknown>);
    },
    /** Newest first. */
    list: (limit: number): Received[] => (newest.all(limit) as Record<string, unknown>[]).map(read),
    close: (): void => db.close(),
  };
}
