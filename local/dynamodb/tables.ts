import type { DatabaseSync } from 'node:sqlite';
import { tableNotFound } from './errors.ts';
import type { Rows } from './rows.ts';
import type { TableDescription } from './table-description.ts';

/** The descriptions of the tables: read once, kept in memory, written through. */
export interface Tables {
  find(name: string): TableDescription | undefined;
  /** Throws ResourceNotFoundException. */
  get(name: string): TableDescription;
  names(): string[];
  put(table: TableDescription): void;
  /** Deletes the table with its rows and the rows of its indexes. */
  delete(table: TableDescription): void;
}

export function createTables(database: DatabaseSync, rows: Rows): Tables {
  const upsert = database.prepare(
    'INSERT INTO tables (name, description) VALUES (?, ?) ON CONFLICT DO UPDATE SET description = excluded.description',
  );
  const remove = database.prepare('DELETE FROM tables WHERE name = ?');
  const stored = database.prepare('SELECT name, description FROM tables').all();
  const known = new Map(
    stored.map((row) => [row['name'] as string, JSON.parse(row['description'] as string) as TableDescription]),
  );

  return {
    find: (name) => known.get(name),
    get(name) {
      const table = known.get(name);
      if (table === undefined) throw tableNotFound(name);
      return table;
    },
    names: () => [...known.keys()].sort(),
    put(table) {
      upsert.run(table.TableName, JSON.stringify(table));
      known.set(table.TableName, table);
    },
    delete(table) {
      rows.clear(table.TableName);
      for (const index of indexesOf(table)) rows.clear(`${table.TableName}/${index.IndexName}`);
      remove.run(table.TableName);
      known.delete(table.TableName);
    },
  };
}

export const indexesOf = (table: TableDescription) => [
  ...(table.GlobalSecondaryIndexes ?? []),
  ...(table.LocalSecondaryIndexes ?? []),
];
