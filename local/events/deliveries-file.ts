import { DatabaseSync } from 'node:sqlite';

/** Opens the file that holds what is still to be delivered and what could not be. */
export function openDeliveries(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS message (
      id INTEGER PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, at INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS message_queue ON message (queue);
    CREATE TABLE IF NOT EXISTS invocation (
      id INTEGER PRIMARY KEY, function TEXT NOT NULL, payload TEXT NOT NULL, source TEXT NOT NULL, attempts INTEGER NOT NULL
    );
  `);
  return database;
}
