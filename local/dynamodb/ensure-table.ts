import { isDeepStrictEqual } from 'node:util';
import { prepare, rules } from './dynalite.ts';
import type { Engine } from './engine.ts';
import { describe } from './table-definition.ts';
import type { TableDefinition } from './table-definition.ts';
import type { IndexDescription, TableDescription } from './table-description.ts';
import { indexesOf } from './tables.ts';

/** A table of the template: CreateTable's input, and the attribute by which its items expire. */
export interface TemplateTable extends TableDefinition {
  readonly TimeToLiveAttribute?: string;
}

/**
 * Makes the table be as defined and keeps what is in it: called at each start. New indexes are filled, indexes that
 * are no longer defined go, the stream goes on. Throws for what AWS could not change either: the table's own key.
 */
export function ensureTable(engine: Engine, definition: TemplateTable): void {
  const { TimeToLiveAttribute: expiresBy, ...input } = definition;
  const existing = engine.tables.find(input.TableName);
  prepare(engine.store.dynalite, 'createTable', structuredClone({ ...input }));
  const fresh = describe(input, engine.arns, engine.clock.now());
  const table = existing === undefined ? fresh : reconcile(existing, fresh);
  engine.store.transaction(() => {
    for (const index of indexesOf(existing ?? fresh)) {
      if (existing && !unchanged(index, existing, table)) engine.rows.clear(`${table.TableName}/${index.IndexName}`);
    }
    engine.tables.put(table);
    if (existing)
      for (const index of indexesOf(table)) if (!unchanged(index, existing, table)) fill(engine, table, index);
  });
  engine.timeToLive.set(table, expiresBy);
}

function reconcile(existing: TableDescription, fresh: TableDescription): TableDescription {
  const key = ({ KeySchema, AttributeDefinitions }: TableDescription) =>
    KeySchema.map((part) => ({
      ...part,
      type: AttributeDefinitions.find((one) => one.AttributeName === part.AttributeName)?.AttributeType,
    }));
  if (!isDeepStrictEqual(key(existing), key(fresh))) {
    throw new Error(
      `Table ${fresh.TableName} holds items under another key (${JSON.stringify(key(existing))}); ` +
        'a key cannot change: start with an empty data directory',
    );
  }
  const streams = existing.StreamSpecification && fresh.StreamSpecification;
  return {
    ...fresh,
    TableId: existing.TableId,
    CreationDateTime: existing.CreationDateTime,
    ...(streams && { LatestStreamLabel: existing.LatestStreamLabel, LatestStreamArn: existing.LatestStreamArn }),
  } as TableDescription;
}

/** Whether both tables define the index alike. */
function unchanged({ IndexName: name }: IndexDescription, before: TableDescription, after: TableDescription): boolean {
  const [old, now] = [before, after].map((table) => {
    const index = indexesOf(table).find((one) => one.IndexName === name);
    const types = index?.KeySchema.map(
      (part) => table.AttributeDefinitions.find((one) => one.AttributeName === part.AttributeName)?.AttributeType,
    );
    return index && { key: index.KeySchema, projection: index.Projection, types };
  });
  return isDeepStrictEqual(old, now);
}

/** Fills an index from the table; items whose attribute has another type than the index's key stay out, as on AWS. */
function fill(engine: Engine, table: TableDescription, index: IndexDescription): void {
  for (const item of engine.rows.range(table.TableName, {})) {
    const fits = index.KeySchema.every(({ AttributeName: name }) => {
      const type = table.AttributeDefinitions.find((one) => one.AttributeName === name)?.AttributeType;
      return type !== undefined && Boolean(item[name]?.[type]);
    });
    if (!fits) continue;
    for (const put of rules.getIndexActions([index], undefined, item, table).puts) {
      engine.rows.put(`${table.TableName}/${index.IndexName}`, put.key, put.item);
    }
  }
}
