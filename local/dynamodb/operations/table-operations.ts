import { AwsError } from '../../contracts.ts';
import { prepare } from '../dynalite.ts';
import { grant, withPlainTableName } from '../engine.ts';
import type { Engine, Input, Operation } from '../engine.ts';
import { ensureTable } from '../ensure-table.ts';
import type { TableDefinition } from '../table-definition.ts';
import { validationError } from '../errors.ts';
import type { TableDescription } from '../table-description.ts';

/** Answers ACTIVE at once, where AWS takes some seconds. */
export const createTable: Operation = (engine, input, allow) => {
  const plain = withPlainTableName(engine, input);
  prepare(engine.store.dynalite, 'createTable', structuredClone(plain));
  const definition = plain as unknown as TableDefinition;
  allow(grant(engine, 'CreateTable', definition.TableName));
  if (engine.tables.find(definition.TableName)) {
    throw new AwsError('ResourceInUseException', `Table already exists: ${definition.TableName}`);
  }
  ensureTable(engine, definition);
  return { TableDescription: counted(engine, engine.tables.get(definition.TableName)) };
};

export const describeTable: Operation = (engine, input, allow) => {
  const { TableName: name } = prepare(engine.store.dynalite, 'describeTable', withPlainTableName(engine, input));
  allow(grant(engine, 'DescribeTable', name));
  return { Table: counted(engine, engine.tables.get(name)) };
};

export const deleteTable: Operation = (engine, input, allow) => {
  const { TableName: name } = prepare(engine.store.dynalite, 'deleteTable', withPlainTableName(engine, input));
  allow(grant(engine, 'DeleteTable', name));
  const table = engine.tables.get(name);
  if (table.DeletionProtectionEnabled) {
    throw validationError(
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  }
  engine.store.transaction(() => {
    engine.tables.delete(table);
    engine.timeToLive.forget(name);
    engine.changes.forget(name);
  });
  return { TableDescription: { ...table, TableStatus: 'DELETING' } };
};

export const listTables: Operation = (engine, input, allow) => {
  const data = prepare(engine.store.dynalite, 'listTables', input);
  allow({ action: 'dynamodb:ListTables', resource: '*' });
  const start = data.ExclusiveStartTableName ?? '';
  const names = engine.tables.names().filter((name) => name > start);
  const page = names.slice(0, data.Limit ?? 100);
  return { TableNames: page, ...(page.length < names.length && { LastEvaluatedTableName: page.at(-1) }) };
};

export const describeTimeToLive: Operation = (engine, input, allow) => {
  const { TableName: name } = prepare(engine.store.dynalite, 'describeTable', withPlainTableName(engine, input));
  allow(grant(engine, 'DescribeTimeToLive', name));
  engine.tables.get(name);
  const attribute = engine.timeToLive.attribute(name);
  const status = attribute === undefined ? 'DISABLED' : 'ENABLED';
  return { TimeToLiveDescription: { TimeToLiveStatus: status, ...(attribute && { AttributeName: attribute }) } };
};

export const updateTimeToLive: Operation = (engine, input, allow) => {
  const { TableName: name } = prepare(engine.store.dynalite, 'describeTable', withPlainTableName(engine, input));
  allow(grant(engine, 'UpdateTimeToLive', name));
  const table = engine.tables.get(name);
  const asked = (input['TimeToLiveSpecification'] ?? {}) as Input;
  const { Enabled: enabled, AttributeName: attribute } = asked;
  if (typeof enabled !== 'boolean' || typeof attribute !== 'string' || attribute === '') {
    throw validationError('TimeToLiveSpecification must name AttributeName and Enabled');
  }
  const current = engine.timeToLive.attribute(name);
  if (enabled && current !== undefined) throw validationError('TimeToLive is already enabled');
  if (!enabled && current === undefined) throw validationError('TimeToLive is already disabled');
  engine.timeToLive.set(table, enabled ? attribute : undefined);
  return { TimeToLiveSpecification: { Enabled: enabled, AttributeName: attribute } };
};

function counted(engine: Engine, table: TableDescription): TableDescription {
  const { TableName: name, GlobalSecondaryIndexes: indexes } = table;
  return {
    ...table,
    ItemCount: engine.rows.count(name),
    ...(indexes && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        ...index,
        ItemCount: engine.rows.count(`${name}/${index.IndexName}`),
      })),
    }),
  };
}
