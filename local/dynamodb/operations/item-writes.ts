import { AwsError } from '../../contracts.ts';
import type { Item } from '../attribute-value.ts';
import { Bill } from '../capacity.ts';
import { holds } from '../conditions.ts';
import { prepare, refuse, rules, runNow } from '../dynalite.ts';
import type { ItemWrite, Prepared } from '../dynalite.ts';
import { grant, withPlainTableName } from '../engine.ts';
import type { Engine, Input, Operation } from '../engine.ts';
import { validationError } from '../errors.ts';
import type { TableDescription } from '../table-description.ts';

/** A write that passed the validators, with what they do not know. */
export interface PreparedWrite {
  readonly operation: ItemWrite;
  readonly data: Prepared;
  readonly returnsOldOnFailure: boolean;
}

export function prepareWrite(engine: Engine, operation: ItemWrite, input: Input): PreparedWrite {
  const plain = withPlainTableName(engine, input);
  const asked = plain['ReturnValuesOnConditionCheckFailure'] ?? 'NONE';
  if (asked !== 'NONE' && asked !== 'ALL_OLD') {
    throw validationError(
      `1 validation error detected: Value '${String(asked)}' at 'returnValuesOnConditionCheckFailure' failed to ` +
        'satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]',
    );
  }
  const data = prepare(engine.store.dynalite, operation, plain);
  return { operation, data, returnsOldOnFailure: asked === 'ALL_OLD' };
}

/** The item's key, or the item that holds it. */
export const keyOf = (data: Prepared): Item => data.Key ?? data.Item ?? {};

/** Throws the error of a key or update that does not fit the table. */
export function checkAgainstTable({ data }: PreparedWrite, table: TableDescription): void {
  refuse(data.Item ? rules.validateItem(data.Item, table) : rules.validateKey(data.Key ?? {}, table));
  refuse(rules.validateUpdates(data.AttributeUpdates, data._updates, table));
}

/** Throws ConditionalCheckFailedException, with the item if the caller asked for it. */
export function checkCondition(engine: Engine, { data, returnsOldOnFailure }: PreparedWrite, table: TableDescription) {
  if (data._condition === undefined) return;
  const item = engine.store.find(table, keyOf(data));
  if (holds(data._condition.expression, item ?? {})) return;
  const extra = returnsOldOnFailure && item !== undefined ? { Item: item } : {};
  throw new AwsError('ConditionalCheckFailedException', 'The conditional request failed', 400, extra);
}

/** Runs a write inside a transaction of the store. */
export function perform(engine: Engine, write: PreparedWrite): Input {
  const table = engine.tables.get(write.data.TableName);
  checkAgainstTable(write, table);
  checkCondition(engine, write, table);
  const { _condition: _checked, ReturnConsumedCapacity: _billed, ...data } = write.data;
  return runNow(engine.store.dynalite, write.operation, data);
}

/** PutItem, UpdateItem or DeleteItem. */
function itemWrite(operation: ItemWrite, action: string): Operation {
  return (engine, input, allow) => {
    const write = prepareWrite(engine, operation, input);
    allow(grant(engine, action, write.data.TableName, [keyOf(write.data)]));
    const { result, writes } = engine.write(() => perform(engine, write));
    const bill = new Bill(write.data.ReturnConsumedCapacity);
    bill.addWrites(writes);
    // No attributes rather than an empty map: dynalite answers the map when none of the updated ones was there.
    const { Attributes: attributes, ...rest } = result;
    const some = typeof attributes === 'object' && attributes !== null && Object.keys(attributes).length > 0;
    return { ...rest, ...(some && { Attributes: attributes }), ConsumedCapacity: bill.entries(engine.tables.find)[0] };
  };
}

export const putItem = itemWrite('putItem', 'PutItem');
export const updateItem = itemWrite('updateItem', 'UpdateItem');
export const deleteItem = itemWrite('deleteItem', 'DeleteItem');
