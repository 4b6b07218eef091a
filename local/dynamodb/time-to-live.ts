import type { DatabaseSync } from 'node:sqlite';
import type { AwardClock, Millis, TimedSource } from '../contracts.ts';
import type { Item } from './attribute-value.ts';
import { rules, runNow } from './dynalite.ts';
import type { Rows } from './rows.ts';
import type { Store, Write } from './store.ts';
import { keysOf } from './stream-record.ts';
import type { TableDescription } from './table-description.ts';
import type { Tables } from './tables.ts';

/** DynamoDB takes a date older than this for a mistake and keeps the item. */
const oldest = 5 * 366 * 24 * 60 * 60;
const batch = 100;

/** Deletes items whose time has come on the award's clock: at once, where AWS takes up to some days. */
export interface TimeToLive extends TimedSource {
  attribute(table: string): string | undefined;
  /** Turns expiry on by an attribute, or off, for the items that are there and those to come. */
  set(table: TableDescription, attribute: string | undefined): void;
  /** Notes when the written item expires, inside the write's transaction. */
  track(write: Write): void;
  /** Forgets a deleted table. */
  forget(table: string): void;
}

export function createTimeToLive(
  database: DatabaseSync,
  store: Store,
  tables: Tables,
  rows: Rows,
  clock: AwardClock,
  committed: () => void,
): TimeToLive {
  const update = database.prepare('UPDATE tables SET expires_by = ? WHERE name = ?');
  const put = database.prepare('INSERT INTO expiries VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET due = excluded.due');
  const remove = database.prepare('DELETE FROM expiries WHERE table_name = ? AND key = ?');
  const clear = database.prepare('DELETE FROM expiries WHERE table_name = ?');
  const next = database.prepare('SELECT min(due) AS due FROM expiries');
  const due = database.prepare('SELECT table_name, key FROM expiries WHERE due <= ? ORDER BY due LIMIT ?');
  const attributes = new Map<string, string>();
  for (const row of database.prepare('SELECT name, expires_by FROM tables WHERE expires_by IS NOT NULL').all()) {
    attributes.set(row['name'] as string, row['expires_by'] as string);
  }

  function note(table: string, key: string, item: Item | undefined): void {
    const seconds = expiry(item?.[attributes.get(table) ?? '']?.N);
    if (seconds !== undefined && seconds > clock.now() / 1000 - oldest) put.run(table, key, seconds);
    else remove.run(table, key);
  }

  function deleteOne(name: string, key: string): void {
    const table = tables.get(name);
    const item = rows.get(name, key);
    if (item === undefined) return void remove.run(name, key);
    runNow(store.dynalite, 'deleteItem', { TableName: name, Key: keysOf(table, item) });
  }

  return {
    name: 'dynamodb time to live',
    attribute: (table) => attributes.get(table),
    set(table, attribute) {
      const name = table.TableName;
      if (attributes.get(name) === attribute) return;
      store.transaction(() => {
        update.run(attribute ?? null, name);
        clear.run(name);
        if (attribute === undefined) return void attributes.delete(name);
        attributes.set(name, attribute);
        for (const item of rows.range(name, {})) note(name, rules.createKey(item, table), item);
      });
    },
    track({ table, key, after }) {
      if (attributes.has(table.TableName)) note(table.TableName, key, after);
    },
    forget(table) {
      clear.run(table);
      attributes.delete(table);
    },
    nextDue() {
      const seconds = next.get()?.['due'] as number | null;
      return seconds === null ? undefined : seconds * 1000;
    },
    async runDue(now: Millis) {
      for (;;) {
        const found = due.all(Math.floor(now / 1000), batch);
        if (found.length === 0) return;
        const work = () => found.forEach((row) => deleteOne(row['table_name'] as string, row['key'] as string));
        store.transaction(work, { expired: true });
        committed();
      }
    },
  };
}

/** Whole seconds since the epoch; anything but a number never expires. */
function expiry(text: string | undefined): number | undefined {
  const seconds = Math.floor(Number(text ?? 'none'));
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}
