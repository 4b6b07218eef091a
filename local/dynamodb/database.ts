import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** `place` is a table's name, or table/index; `key` is dynalite's sortable key. */
const schema = `
  CREATE TABLE IF NOT EXISTS tables (
    name TEXT PRIMARY KEY, description TEXT NOT NULL, expires_by TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS rows (
    place TEXT NOT NULL, key TEXT NOT NULL, item TEXT NOT NULL, PRIMARY KEY (place, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS expiries (
    table_name TEXT NOT NULL, key TEXT NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (table_name, key)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS expiries_by_due ON expiries (due);
  CREATE TABLE IF NOT EXISTS changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT NOT NULL, award_time INTEGER NOT NULL,
    real_time INTEGER NOT NULL, expired INTEGER NOT NULL, before TEXT, after TEXT);
  CREATE INDEX IF NOT EXISTS changes_by_table ON changes (table_name, sequence);
  CREATE TABLE IF NOT EXISTS consumers (
    name TEXT PRIMARY KEY, table_name TEXT, position INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS request_tokens (
    token TEXT PRIMARY KEY, request TEXT NOT NULL, real_time INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS request_tokens_by_time ON request_tokens (real_time);
`;

/**
 * Opens the file, or ':memory:'. WAL with synchronous=NORMAL: what is committed outlives a killed process; only a
 * power cut may take the last moments.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // A checkpoint waits for the disk: one at every 20 MB of log instead of every 4 made writes a fifth quicker.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 5000;',
  );
  database.exec(schema);
  return database;
}
