import { rules, prepare, refuse } from '../dynalite.ts';
import type { Prepared } from '../dynalite.ts';
import type { Item } from '../attribute-value.ts';
import { Bill } from '../capacity.ts';
import { grant } from '../engine.ts';
import type { Engine, Input, Operation } from '../engine.ts';
import { validationError } from '../errors.ts';
import { itemSize } from '../item-size.ts';
import { read } from './item-reads.ts';
import { perform } from './item-writes.ts';
import type { PreparedWrite } from './item-writes.ts';

/** What one BatchGetItem may answer; the rest comes back as UnprocessedKeys. */
const maxAnswer = 16 * 1024 * 1024;

interface Keys extends Pick<Prepared, 'AttributesToGet' | 'ConsistentRead' | '_projection'> {
  Keys: Item[];
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
}

type WriteRequest = { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } };

export const batchGetItem: Operation = (engine, input, allow) => {
  const { given, data } = prepareBatch<Keys>(engine, 'batchGetItem', input);
  allow(...Object.entries(data.RequestItems).map(([name, { Keys }]) => grant(engine, 'BatchGetItem', name, Keys)));
  for (const [name, { Keys }] of Object.entries(data.RequestItems)) {
    for (const key of Keys) refuse(rules.validateKey(key, engine.tables.get(name)));
  }
  const bill = new Bill(data.ReturnConsumedCapacity);
  const responses: Record<string, Item[]> = {};
  const unprocessed: Record<string, Keys> = {};
  let size = 0;
  for (const [name, { Keys, _projection, ...options }] of Object.entries(data.RequestItems)) {
    const table = engine.tables.get(name);
    const found: Item[] = (responses[given(name)] = []);
    // By the key's hash: whoever relies on the order of the request is to notice it here, not on AWS.
    const keys = Keys.map((key) => ({ key, order: rules.createKey(key, table) })).sort((a, b) =>
      a.order < b.order ? -1 : 1,
    );
    for (const { key } of keys) {
      size += itemSize(engine.store.find(table, key) ?? {});
      if (size > maxAnswer) {
        (unprocessed[given(name)] ??= { ...options, Keys: [] }).Keys.push(key);
        continue;
      }
      const { AttributesToGet, ConsistentRead } = options;
      const projection = { ...(_projection && { _projection }), ...(AttributesToGet && { AttributesToGet }) };
      const item = read(
        engine,
        { TableName: name, Key: key, ConsistentRead: ConsistentRead === true, ...projection },
        bill,
      );
      if (item) found.push(item);
    }
  }
  return { Responses: responses, UnprocessedKeys: unprocessed, ...capacity(engine, bill) };
};

export const batchWriteItem: Operation = (engine, input, allow) => {
  const { data } = prepareBatch<WriteRequest[]>(engine, 'batchWriteItem', input);
  const requests = Object.entries(data.RequestItems);
  const keyOf = ({ PutRequest: put, DeleteRequest: del }: WriteRequest) => put?.Item ?? del?.Key ?? {};
  allow(...requests.map(([name, writes]) => grant(engine, 'BatchWriteItem', name, writes.map(keyOf))));

  const writes = requests.flatMap(([name, all]) => all.map((one) => preparedWrite(name, one)));
  const { writes: written } = engine.write(() => {
    const seen = new Set<string>();
    for (const write of writes) {
      perform(engine, write);
      const table = engine.tables.get(write.data.TableName);
      const id = `${table.TableName}/${rules.createKey(write.data.Item ?? write.data.Key ?? {}, table)}`;
      if (seen.has(id)) throw validationError('Provided list of item keys contains duplicates');
      seen.add(id);
    }
  });
  const bill = new Bill(data.ReturnConsumedCapacity);
  bill.addWrites(written);
  return { UnprocessedItems: {}, ...capacity(engine, bill) };
};

function preparedWrite(name: string, { PutRequest: put, DeleteRequest: del }: WriteRequest): PreparedWrite {
  const [operation, data] = put
    ? (['putItem', { TableName: name, Item: put.Item }] as const)
    : (['deleteItem', { TableName: name, Key: del?.Key ?? {} }] as const);
  return { operation, data, returnsOldOnFailure: false };
}

const capacity = (engine: Engine, bill: Bill) =>
  bill.wanted ? { ConsumedCapacity: bill.entries(engine.tables.find) } : {};

/** The request by plain table names, and how the caller named each. */
function prepareBatch<T>(engine: Engine, operation: 'batchGetItem' | 'batchWriteItem', input: Input) {
  const names = new Map<string, string>();
  const plain = { ...input };
  const requested = input['RequestItems'];
  if (typeof requested === 'object' && requested !== null && !Array.isArray(requested)) {
    plain['RequestItems'] = Object.fromEntries(
      Object.entries(requested).map(([given, value]) => {
        const name = engine.arns.tableName(given);
        names.set(name, given);
        return [name, value as unknown];
      }),
    );
  }
  const data = prepare(engine.store.dynalite, operation, plain) as Omit<Prepared, 'RequestItems'> & {
    RequestItems: Record<string, T>;
  };
  return { data, given: (name: string) => names.get(name) ?? name };
}
