import type { DatabaseSync } from 'node:sqlite';
import type { AwardClock } from '../contracts.ts';
import type { Arns } from './arns.ts';
import type { Item } from './attribute-value.ts';
import type { ChangeLog } from './change-log.ts';
import type { RequestTokens } from './request-tokens.ts';
import type { Rows } from './rows.ts';
import type { Store, Write } from './store.ts';
import type { Tables } from './tables.ts';
import type { TimeToLive } from './time-to-live.ts';

/** What the operations work with. */
export interface Engine {
  readonly database: DatabaseSync;
  readonly clock: AwardClock;
  readonly arns: Arns;
  readonly tables: Tables;
  readonly rows: Rows;
  readonly store: Store;
  readonly timeToLive: TimeToLive;
  readonly changes: ChangeLog;
  readonly tokens: RequestTokens;
  /** Runs the work as one transaction and wakes the readers of streams when it is committed. */
  write<T>(work: () => T): { result: T; writes: readonly Write[] };
}

export type Input = Record<string, unknown>;

/** What a caller must be allowed: an action on a table or an index, and the partition keys it touches. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  readonly context?: Record<string, string[]>;
}

/** Throws AccessDeniedException unless all are granted. Called once by each operation, before it touches anything. */
export type Allow = (...grants: Grant[]) => void;

export type Operation = (engine: Engine, input: Input, allow: Allow) => object | Promise<object>;

/** The grant for an action on a table, or on one of its indexes, and for these keys or items of it. */
export function grant(
  engine: Engine,
  action: string,
  name: string,
  items: readonly Item[] = [],
  index?: string,
): Grant {
  const resource = index === undefined ? engine.arns.table(name) : engine.arns.index(name, index);
  const schema = index === undefined ? undefined : indexSchema(engine, name, index);
  const hash = (schema ?? engine.tables.find(name)?.KeySchema)?.[0]?.AttributeName;
  const leading = new Set<string>();
  for (const item of items) {
    const value = hash === undefined ? undefined : item[hash];
    const text = value?.S ?? value?.N ?? value?.B;
    if (text !== undefined) leading.add(text);
  }
  const context = leading.size > 0 && { context: { 'dynamodb:leadingkeys': [...leading] } };
  return { action: `dynamodb:${action}`, resource, ...context };
}

function indexSchema(engine: Engine, name: string, index: string) {
  const table = engine.tables.find(name);
  const indexes = [...(table?.GlobalSecondaryIndexes ?? []), ...(table?.LocalSecondaryIndexes ?? [])];
  return indexes.find((one) => one.IndexName === index)?.KeySchema;
}

/** The input with its TableName as a plain name. */
export function withPlainTableName(engine: Engine, input: Input): Input {
  const name = input['TableName'];
  return typeof name === 'string' ? { ...input, TableName: engine.arns.tableName(name) } : input;
}
