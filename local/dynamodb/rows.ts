import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Item } from './attribute-value.ts';
import type { Range } from './dynalite.ts';

/** Few enough that a page of a query does not read a whole partition, many enough to be quick. */
const chunk = 200;

/** The rows of tables and indexes, as they lie in SQLite. */
export interface Rows {
  get(place: string, key: string): Item | undefined;
  put(place: string, key: string, item: Item): void;
  delete(place: string, key: string): void;
  /** Deletes the rows of a table or an index. */
  clear(place: string): void;
  count(place: string): number;
  range(place: string, range: Range): Generator<Item>;
}

export function createRows(database: DatabaseSync): Rows {
  const get = database.prepare('SELECT item FROM rows WHERE place = ? AND key = ?');
  const put = database.prepare('INSERT INTO rows VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET item = excluded.item');
  const remove = database.prepare('DELETE FROM rows WHERE place = ? AND key = ?');
  const clear = database.prepare('DELETE FROM rows WHERE place = ?');
  const count = database.prepare('SELECT count(*) AS count FROM rows WHERE place = ?');
  const statements = new Map<string, StatementSync>();

  function select(place: string, range: Range, limit: number): { key: string; item: string }[] {
    const conditions = ['place = ?'];
    const values: (string | number)[] = [place];
    for (const [bound, operator] of bounds) {
      const value = range[bound];
      if (value === undefined) continue;
      conditions.push(`key ${operator} ?`);
      values.push(value);
    }
    const order = range.reverse === true ? 'DESC' : 'ASC';
    const text = `SELECT key, item FROM rows WHERE ${conditions.join(' AND ')} ORDER BY key ${order} LIMIT ?`;
    let statement = statements.get(text);
    if (statement === undefined) statements.set(text, (statement = database.prepare(text)));
    return statement.all(...values, limit) as { key: string; item: string }[];
  }

  return {
    get: (place, key) => {
      const row = get.get(place, key);
      return row === undefined ? undefined : (JSON.parse(row['item'] as string) as Item);
    },
    put: (place, key, item) => void put.run(place, key, JSON.stringify(item)),
    delete: (place, key) => void remove.run(place, key),
    clear: (place) => void clear.run(place),
    count: (place) => count.get(place)?.['count'] as number,
    *range(place, { limit = -1, ...bounded }) {
      let left = limit < 0 ? Infinity : limit;
      for (let rest: Range = bounded; left > 0;) {
        const size = Math.min(left, chunk);
        const found = select(place, rest, size);
        for (const row of found) yield JSON.parse(row.item) as Item;
        const last = found.at(-1);
        if (last === undefined || found.length < size) return;
        left -= size;
        rest =
          rest.reverse === true
            ? { ...after(rest, 'lt', 'lte'), lt: last.key }
            : { ...after(rest, 'gt', 'gte'), gt: last.key };
      }
    },
  };
}

const bounds = [
  ['gt', '>'],
  ['gte', '>='],
  ['lt', '<'],
  ['lte', '<='],
] as const;

function after(range: Range, ...replaced: (keyof Range)[]): Range {
  const rest = { ...range };
  for (const bound of replaced) delete rest[bound];
  return rest;
}
