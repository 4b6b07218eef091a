import type { Item } from '../attribute-value.ts';
import { Bill, readUnits } from '../capacity.ts';
import { always, holds } from '../conditions.ts';
import { prepare, refuse, rules, run, runNow } from '../dynalite.ts';
import type { Prepared } from '../dynalite.ts';
import { grant, withPlainTableName } from '../engine.ts';
import type { Engine, Operation } from '../engine.ts';
import { validationError } from '../errors.ts';
import { itemSize } from '../item-size.ts';
import type { TableDescription } from '../table-description.ts';

const noIndexes: ReadonlyMap<string, number> = new Map();

export const getItem: Operation = (engine, input, allow) => {
  const data = prepare(engine.store.dynalite, 'getItem', withPlainTableName(engine, input));
  allow(grant(engine, 'GetItem', data.TableName, [data.Key ?? {}]));
  const bill = new Bill(data.ReturnConsumedCapacity);
  const item = read(engine, data, bill);
  return { ...(item && { Item: item }), ConsumedCapacity: bill.entries(engine.tables.find)[0] };
};

/** One item as the request projects it, put on the bill. */
export function read(engine: Engine, { ReturnConsumedCapacity: _billed, ...data }: Prepared, bill: Bill) {
  const { Item: item } = runNow(engine.store.dynalite, 'getItem', data) as { Item?: Item };
  if (bill.wanted) {
    const whole = engine.store.find(engine.tables.get(data.TableName), data.Key ?? {});
    const units = readUnits(itemSize(whole ?? {}), data.ConsistentRead === true);
    bill.add(data.TableName, { table: units, indexes: noIndexes });
  }
  return item;
}

interface Page {
  Items: Item[];
  Count: number;
  ScannedCount: number;
  LastEvaluatedKey?: Item;
}

/**
 * Query or Scan: dynalite finds the page; filter, projection, count and capacity are ours (see conditions.ts, and
 * item-size.ts for what a Chinese text weighs).
 */
function pageRead(operation: 'query' | 'scan', action: string): Operation {
  return async (engine, input, allow) => {
    const data = prepare(engine.store.dynalite, operation, withPlainTableName(engine, input));
    allow(grant(engine, action, data.TableName, partitions(data), data.IndexName));
    const table = engine.tables.get(data.TableName);
    refuse(rules.validateKeyPaths(data._projection?.nestedPaths, table));
    checkProjected(data, table);

    const { _projection: projection, AttributesToGet: attributes, ReturnConsumedCapacity: asked, ...query } = data;
    if (data._filter) query._filter = { ...data._filter, expression: always };
    if (data.Select === 'COUNT') delete query.Select;
    const page = (await run(engine.store.dynalite, operation, query)) as unknown as Page;

    const filter = data._filter?.expression;
    const kept = filter === undefined ? page.Items : page.Items.filter((item) => holds(filter, item));
    const paths = projection?.paths ?? attributes;
    return {
      ...(data.Select !== 'COUNT' && { Items: paths ? kept.map((item) => rules.mapPaths(paths, item)) : kept }),
      Count: kept.length,
      ScannedCount: page.ScannedCount,
      ...(page.LastEvaluatedKey && { LastEvaluatedKey: page.LastEvaluatedKey }),
      ConsumedCapacity: capacityOf(engine, data, page.Items, asked),
    };
  };
}

/** A global index answers only what it projects; asking it for more is refused. */
function checkProjected(data: Prepared, table: TableDescription): void {
  const index = table.GlobalSecondaryIndexes?.find((one) => one.IndexName === data.IndexName);
  if (index === undefined || index.Projection.ProjectionType === 'ALL') return;
  const keys = [...table.KeySchema, ...index.KeySchema].map((part) => part.AttributeName);
  const projected = new Set([...keys, ...(index.Projection.NonKeyAttributes ?? [])]);
  const missing = (names: readonly unknown[]) => [...new Set(names.map(String))].filter((name) => !projected.has(name));
  const filtered = missing(Object.keys(data._filter?.pathHeads ?? {}));
  if (filtered.length > 0) {
    throw validationError(
      `One or more parameter values were invalid: Secondary index ${index.IndexName} does not project ` +
        `one or more filter attributes: [${filtered.join(', ')}]`,
    );
  }
  const selected = missing(data._projection?.paths.map((path) => path[0]) ?? data.AttributesToGet ?? []);
  if (selected.length > 0) {
    throw validationError(
      `One or more parameter values were invalid: Global secondary index ${index.IndexName} does not project ` +
        `[${selected.join(', ')}]`,
    );
  }
}

function capacityOf(engine: Engine, data: Prepared, items: readonly Item[], asked: unknown) {
  const bill = new Bill(asked);
  if (!bill.wanted) return undefined;
  const bytes = items.reduce((sum, item) => sum + itemSize(item), 0);
  const units = readUnits(bytes, data.ConsistentRead === true);
  const index = data.IndexName;
  bill.add(
    data.TableName,
    index === undefined ? { table: units, indexes: noIndexes } : { table: 0, indexes: new Map([[index, units]]) },
  );
  return bill.entries(engine.tables.find)[0];
}

/** The key conditions as items, so that the partition among them can be found. */
function partitions(data: Prepared): Item[] {
  return Object.entries(data.KeyConditions ?? {}).flatMap(
    ([
      name,
      {
        AttributeValueList: [value],
      },
    ]) => (value === undefined ? [] : [{ [name]: value }]),
  );
}

export const query = pageRead('query', 'Query');
export const scan = pageRead('scan', 'Scan');
