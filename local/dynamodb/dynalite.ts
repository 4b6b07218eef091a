import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { AttributeValue, Item } from './attribute-value.ts';
import type { Expression } from './conditions.ts';
import { asAwsError, validationError } from './errors.ts';
import { orderingFault } from './operand-types.ts';
import type { IndexDescription, TableDescription } from './table-description.ts';

/*
 * The door to dynalite (Apache-2.0): its validators, expression parsers and actions, unmodified, typed as we use them.
 * Its own store (LevelDB), tables and wire are not used.
 */
const require = createRequire(import.meta.url);

type Callback<T = undefined> = (error: unknown, value?: T) => void;

export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}

/** Rows of one table or index, by dynalite's sortable key. */
export interface KeyedRows {
  get(key: string, done: Callback<Item>): void;
  put(key: string, item: Item, done: Callback): void;
  del(key: string, done: Callback): void;
  lock(key: string, work: (release: <T>(done: T) => T) => void): void;
  createValueStream(range: Range): Readable;
}

/** What dynalite's item actions ask of a store. */
export interface DynaliteStore {
  options: { maxItemSize: number; maxItemSizeKb: number };
  getTable(name: string, done: Callback<TableDescription>): void;
  getItemDb(table: string): KeyedRows;
  getIndexDb(kind: 'local' | 'global', table: string, index: string): KeyedRows;
}

/** A request that the validators have passed; members with a leading underscore are parsed expressions. */
export interface Prepared {
  TableName: string;
  Key?: Item;
  Item?: Item;
  IndexName?: string;
  ConsistentRead?: boolean;
  ReturnConsumedCapacity?: string;
  Select?: string;
  AttributesToGet?: string[];
  KeyConditions?: Record<string, { AttributeValueList: AttributeValue[] }>;
  RequestItems?: Record<string, unknown>;
  ExclusiveStartTableName?: string;
  Limit?: number;
  AttributeUpdates?: unknown;
  _updates?: unknown;
  _condition?: { expression: Expression };
  _filter?: { expression: Expression; pathHeads: Record<string, true> };
  _projection?: { paths: Path[]; nestedPaths: Record<string, true> };
}

export type Path = (string | number)[];

type Validated = ItemWrite | 'getItem' | 'query' | 'scan' | 'batchGetItem' | 'batchWriteItem' | TableOperation;
type TableOperation = 'createTable' | 'deleteTable' | 'describeTable' | 'listTables';
export type ItemWrite = 'putItem' | 'updateItem' | 'deleteItem';

interface Validation {
  types: Record<string, unknown>;
  custom?: (data: Prepared, store: DynaliteStore) => string | undefined;
}

interface Validations {
  checkTypes(data: Record<string, unknown>, types: Record<string, unknown>): Prepared;
  checkValidations(
    data: Prepared,
    types: Record<string, unknown>,
    custom: Validation['custom'],
    store: DynaliteStore,
  ): void;
}

interface IndexActions {
  puts: { index: string; key: string; item: Item }[];
}

/** dynalite's rules on keys, items and comparisons. The validate functions return an error, or nothing. */
interface Rules {
  validateKey(key: Item, table: TableDescription): unknown;
  validateItem(item: Item, table: TableDescription): unknown;
  validateUpdates(attributeUpdates: unknown, updates: unknown, table: TableDescription): unknown;
  validateKeyPaths(nestedPaths: Record<string, true> | undefined, table: TableDescription): unknown;
  createKey(item: Item, table: TableDescription): string;
  getIndexActions(
    indexes: IndexDescription[],
    before: Item | undefined,
    after: Item | undefined,
    table: TableDescription,
  ): IndexActions;
  compare(comparison: string, value: AttributeValue | undefined, others: (AttributeValue | undefined)[]): boolean;
  mapPath(path: Path, item: Item): AttributeValue | undefined;
  mapPaths(paths: (Path | string)[], item: Item): Item;
}

type Action = (store: DynaliteStore, data: Prepared, done: Callback<Record<string, unknown>>) => void;

const validations = require('dynalite/validations') as Validations;
export const rules = require('dynalite/db') as Rules;

const loaded = new Map<string, unknown>();
function load<T>(path: string): T {
  let module = loaded.get(path);
  if (module === undefined) loaded.set(path, (module = require(`dynalite/${path}`)));
  return module as T;
}

/** Validates a request and parses its expressions; throws ValidationException or SerializationException. */
export function prepare(store: DynaliteStore, operation: Validated, input: Record<string, unknown>): Prepared {
  const { types, custom } = load<Validation>(`validations/${operation}`);
  try {
    // checkTypes deletes from what it is given.
    const data = validations.checkTypes({ ...input }, types);
    validations.checkValidations(data, types, custom, store);
    checkOrdering('ConditionExpression', data._condition);
    checkOrdering('FilterExpression', data._filter);
    return data;
  } catch (error) {
    throw asAwsError(error);
  }
}

function checkOrdering(name: string, parsed: { expression: Expression } | undefined): void {
  const fault = parsed && orderingFault(parsed.expression);
  if (fault !== undefined) throw validationError(`Invalid ${name}: ${fault}`);
}

/** Runs an action that our store answers at once: all that write, and GetItem. */
export function runNow(store: DynaliteStore, operation: ItemWrite | 'getItem', data: Prepared) {
  let outcome: { error: unknown; result?: Record<string, unknown> | undefined } | undefined;
  load<Action>(`actions/${operation}`)(store, data, (error, result) => (outcome = { error, result }));
  if (outcome === undefined) throw new Error(`dynalite's ${operation} did not answer at once`);
  if (outcome.error) throw asAwsError(outcome.error);
  return outcome.result ?? {};
}

/** Runs an action that reads a stream of rows. */
export function run(store: DynaliteStore, operation: 'query' | 'scan', data: Prepared) {
  return new Promise<Record<string, unknown>>((resolve, reject) => {
    load<Action>(`actions/${operation}`)(store, data, (error, result) =>
      error ? reject(asAwsError(error) as Error) : resolve(result ?? {}),
    );
  });
}

/** Throws what a validate function returned. */
export function refuse(error: unknown): void {
  if (error !== undefined && error !== null) throw asAwsError(error);
}
