import type { Item } from './attribute-value.ts';
import { sameItem } from './attribute-value.ts';
import { itemSize } from './item-size.ts';
import type { Write } from './store.ts';
import type { IndexDescription, TableDescription } from './table-description.ts';
import { indexesOf } from './tables.ts';

/** Units of one table: its own, and those of its indexes by name. */
export interface Units {
  readonly table: number;
  readonly indexes: ReadonlyMap<string, number>;
}

const writeUnits = (...items: (Item | undefined)[]) =>
  Math.max(1, ...items.map((item) => (item === undefined ? 0 : Math.ceil(itemSize(item) / 1024))));

/** 4 KB a unit, half of it when the read need not be consistent. `bytes` is the sum over a query's items. */
export const readUnits = (bytes: number, consistent: boolean) =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

/** What a write costs: the larger of the old and the new item, and what it changes in each index. */
function unitsOfWrite({ table, before, after }: Write): Units {
  const indexes = new Map<string, number>();
  for (const index of indexesOf(table)) {
    const units = indexUnits(projected(index, table, before), projected(index, table, after), index);
    if (units > 0) indexes.set(index.IndexName, units);
  }
  return { table: writeUnits(before, after), indexes };
}

/** An entry whose key moves is a delete and a put; one that stays as it is costs nothing. */
function indexUnits(before: Item | undefined, after: Item | undefined, index: IndexDescription): number {
  if (before === undefined) return after === undefined ? 0 : writeUnits(after);
  if (after === undefined) return writeUnits(before);
  if (sameItem(before, after)) return 0;
  const key = (item: Item) =>
    pick(
      item,
      index.KeySchema.map((part) => part.AttributeName),
    );
  return sameItem(key(before), key(after)) ? writeUnits(before, after) : writeUnits(before) + writeUnits(after);
}

function projected(index: IndexDescription, table: TableDescription, item: Item | undefined): Item | undefined {
  if (item === undefined || index.KeySchema.some((part) => item[part.AttributeName] === undefined)) return undefined;
  if (index.Projection.ProjectionType === 'ALL') return item;
  const keys = [...table.KeySchema, ...index.KeySchema].map((part) => part.AttributeName);
  return pick(item, [...keys, ...(index.Projection.NonKeyAttributes ?? [])]);
}

const pick = (item: Item, names: readonly string[]) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));

/** Adds up by table and renders as ReturnConsumedCapacity asks: INDEXES, TOTAL, or nothing. */
export class Bill {
  readonly #asked: string | undefined;
  readonly #factor: number;
  readonly #tables = new Map<string, { table: number; indexes: Map<string, number> }>();

  /** In a transaction every unit counts twice: prepare and commit. */
  constructor(asked: unknown, factor: 1 | 2 = 1) {
    this.#asked = asked === 'INDEXES' || asked === 'TOTAL' ? asked : undefined;
    this.#factor = factor;
  }

  get wanted(): boolean {
    return this.#asked !== undefined;
  }

  add(table: string, units: Units): void {
    const sum = this.#tables.get(table) ?? { table: 0, indexes: new Map<string, number>() };
    sum.table += units.table * this.#factor;
    for (const [name, one] of units.indexes) sum.indexes.set(name, (sum.indexes.get(name) ?? 0) + one * this.#factor);
    this.#tables.set(table, sum);
  }

  addWrites(writes: readonly Write[]): void {
    if (this.wanted) for (const write of writes) this.add(write.table.TableName, unitsOfWrite(write));
  }

  /** One entry a table. `kind` says what the units are in a transaction. */
  entries(describe: (name: string) => TableDescription | undefined, kind?: 'Read' | 'Write'): object[] {
    return [...this.#tables].map(([name, { table, indexes }]) => {
      const units = (count: number) => ({ CapacityUnits: count, ...(kind && { [`${kind}CapacityUnits`]: count }) });
      const total = units(table + [...indexes.values()].reduce((sum, one) => sum + one, 0));
      if (this.#asked !== 'INDEXES') return { TableName: name, ...total };
      const of = (all: readonly IndexDescription[] = []) =>
        Object.fromEntries(
          all.flatMap(({ IndexName: index }) => (indexes.has(index) ? [[index, units(indexes.get(index) ?? 0)]] : [])),
        );
      const [global, local] = [of(describe(name)?.GlobalSecondaryIndexes), of(describe(name)?.LocalSecondaryIndexes)];
      return {
        TableName: name,
        ...total,
        Table: units(table),
        ...(Object.keys(global).length > 0 && { GlobalSecondaryIndexes: global }),
        ...(Object.keys(local).length > 0 && { LocalSecondaryIndexes: local }),
      };
    });
  }
}
