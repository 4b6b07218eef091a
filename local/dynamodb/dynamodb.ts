import { AwsError } from '../contracts.ts';
import type { Authority, AwardClock, JsonService, Principal, TimedSource } from '../contracts.ts';
import { arnsOf } from './arns.ts';
import type { Place } from './arns.ts';
import type { Item } from './attribute-value.ts';
import { createChangeLog } from './change-log.ts';
import type { Streams } from './change-log.ts';
import { openDatabase } from './database.ts';
import type { Allow, Engine } from './engine.ts';
import { ensureTable } from './ensure-table.ts';
import type { TemplateTable } from './ensure-table.ts';
import { operations } from './operations/index.ts';
import { createRequestTokens } from './request-tokens.ts';
import { createRows } from './rows.ts';
import { createStore } from './store.ts';
import { createTables } from './tables.ts';
import { createTimeToLive } from './time-to-live.ts';

export interface DynamoDbOptions extends Place {
  /** The SQLite file, or ':memory:'. */
  readonly file: string;
  readonly clock: AwardClock;
  readonly authority: Authority;
  /** What the machine's clock says, for tokens and the trimming of streams. */
  readonly machineTime?: () => number;
}

/** A DynamoDB of one account in one region, in one file. */
export interface DynamoDb {
  /** What the JSON wire serves. */
  readonly service: JsonService;
  /** The changes of the tables, for event source mappings. */
  readonly streams: Streams;
  /** Deletes what has expired on the award's clock. */
  readonly ttl: TimedSource;
  /** Makes a table of the template exist as defined and keeps its data. Not a request: nobody is asked for a grant. */
  createTable(definition: TemplateTable): void;
  /** For the status page. */
  tables(): { name: string; items: number }[];
  scanForStatus(table: string, limit: number): Item[];
  close(): void;
}

export function createDynamoDb(options: DynamoDbOptions): DynamoDb {
  const { clock, authority, region, machineTime = Date.now } = options;
  const database = openDatabase(options.file);
  const arns = arnsOf(options);
  const rows = createRows(database);
  const tables = createTables(database, rows);
  const store = createStore(database, rows, tables);
  const changes = createChangeLog(database, tables, arns, clock, region, machineTime);
  const timeToLive = createTimeToLive(database, store, tables, rows, clock, () => changes.wake());
  store.observe((write) => changes.append(write));
  store.observe((write) => timeToLive.track(write));
  changes.trim();

  const engine: Engine = {
    database,
    clock,
    arns,
    tables,
    rows,
    store,
    timeToLive,
    changes,
    tokens: createRequestTokens(database, machineTime),
    write(work) {
      const written = store.transaction(work);
      changes.wake();
      return written;
    },
  };

  return {
    service: {
      targetPrefix: 'DynamoDB_20120810',
      async call(name, input, principal) {
        const operation = operations.get(name);
        if (operation === undefined) {
          throw new AwsError('UnknownOperationException', `The local DynamoDB does not know ${name}`);
        }
        return { ...(await operation(engine, input, allowed(authority, principal, name))) };
      },
    },
    streams: changes,
    ttl: timeToLive,
    createTable: (definition) => ensureTable(engine, definition),
    tables: () => tables.names().map((name) => ({ name, items: rows.count(name) })),
    scanForStatus: (table, limit) => [...rows.range(tables.get(table).TableName, { limit })],
    close: () => database.close(),
  };
}

/** Asks for every grant of a call, then counts the call once. */
function allowed(authority: Authority, principal: Principal, operation: string): Allow {
  return (...grants) => {
    for (const { action, resource, context } of grants) authority.authorize(principal, action, resource, context);
    authority.record(principal, `dynamodb:${operation}`, grants[0]?.resource ?? '*');
  };
}

export type { Streams, TemplateTable };
