import { Readable } from 'node:stream';
import type { DatabaseSync } from 'node:sqlite';
import type { AttributeValue, Item } from './attribute-value.ts';
import { rules } from './dynalite.ts';
import type { DynaliteStore, KeyedRows } from './dynalite.ts';
import { validationError } from './errors.ts';
import { itemSize, maxItemSize } from './item-size.ts';
import type { Rows } from './rows.ts';
import type { TableDescription } from './table-description.ts';
import type { Tables } from './tables.ts';

/** One item put, replaced or deleted; `before` and `after` are both absent when there was nothing to delete. */
export interface Write {
  readonly table: TableDescription;
  /** The row's key in SQLite. */
  readonly key: string;
  readonly before?: Item | undefined;
  readonly after?: Item | undefined;
  /** Deleted by time to live, not by a caller. */
  readonly expired: boolean;
}

/** Called for each write, inside the SQLite transaction of the write. */
type WriteObserver = (write: Write) => void;

/** dynalite's store on SQLite. */
export interface Store {
  readonly dynalite: DynaliteStore;
  /** The item of a valid key, or of an item with a valid key. */
  find(table: TableDescription, key: Item): Item | undefined;
  /**
   * Runs the work as one SQLite transaction and answers what it wrote: with an exception, nothing. Everything that
   * follows from a write (indexes, stream, expiry) is in the same transaction.
   */
  transaction<T>(work: () => T, options?: { expired: boolean }): { result: T; writes: readonly Write[] };
  observe(observer: WriteObserver): void;
}

export function createStore(database: DatabaseSync, rows: Rows, tables: Tables): Store {
  const observers: WriteObserver[] = [];
  let open: { writes: Write[]; expired: boolean } | undefined;

  function write(table: TableDescription, key: string, after: Item | undefined): void {
    if (open === undefined) throw new Error('An item is written outside a transaction');
    const before = rows.get(table.TableName, key);
    if (after) rows.put(table.TableName, key, after);
    else rows.delete(table.TableName, key);
    const written: Write = { table, key, before, after, expired: open.expired };
    open.writes.push(written);
    for (const observer of observers) observer(written);
  }

  const itemRows = (name: string): KeyedRows => ({
    ...indexRows(rows, name),
    put(key, item, done) {
      const table = tables.get(name);
      const refused = refusal(table, item);
      if (refused !== undefined) return done(validationError(refused));
      write(table, key, item);
      done(null);
    },
    del(key, done) {
      write(tables.get(name), key, undefined);
      done(null);
    },
  });

  return {
    dynalite: {
      options: { maxItemSize, maxItemSizeKb: maxItemSize / 1024 },
      getTable(name, done) {
        let table: TableDescription;
        try {
          table = tables.get(name);
        } catch (error) {
          return done(error);
        }
        done(null, table);
      },
      getItemDb: itemRows,
      getIndexDb: (_kind, table, index) => indexRows(rows, `${table}/${index}`),
    },
    find: (table, key) => rows.get(table.TableName, rules.createKey(key, table)),
    transaction(work, { expired } = { expired: false }) {
      database.exec('BEGIN IMMEDIATE');
      const writes: Write[] = [];
      open = { writes, expired };
      try {
        const result = work();
        database.exec('COMMIT');
        return { result, writes };
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        open = undefined;
      }
    },
    observe: (observer) => void observers.push(observer),
  };
}

function indexRows(rows: Rows, place: string): KeyedRows {
  return {
    get: (key, done) => done(null, rows.get(place, key)),
    put(key, item, done) {
      rows.put(place, key, item);
      done(null);
    },
    del(key, done) {
      rows.delete(place, key);
      done(null);
    },
    // One thread and a store that answers at once: nothing can come between.
    lock: (_key, work) => work((done) => done),
    createValueStream: (range) => Readable.from(rows.range(place, range)),
  };
}

/** What DynamoDB refuses of a finished item and dynalite lets pass. */
function refusal(table: TableDescription, item: Item): string | undefined {
  if (itemSize(item) > maxItemSize) return 'Item size has exceeded the maximum allowed size';
  for (const index of [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]) {
    for (const { AttributeName: name } of index.KeySchema) {
      const value = item[name];
      const type = table.AttributeDefinitions.find((defined) => defined.AttributeName === name)?.AttributeType;
      if (value === undefined || type === undefined) continue;
      if (value[type] === undefined) return wrongType(name, type, value, index.IndexName);
      if (value[type] === '') return emptyKey(name, type, index.IndexName);
    }
  }
  return undefined;
}

const wrongType = (name: string, type: string, value: AttributeValue, index: string) =>
  `One or more parameter values were invalid: Type mismatch for Index Key ${name} Expected: ${type} ` +
  `Actual: ${Object.keys(value)[0]} IndexName: ${index}`;

const emptyKey = (name: string, type: 'S' | 'N' | 'B', index: string) =>
  'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
  `The AttributeValue for a key attribute cannot contain an empty ${type === 'B' ? 'binary' : 'string'} value. ` +
  `IndexName: ${index}, IndexKey: ${name}`;
