import type { Item } from '../attribute-value.ts';
import { Bill } from '../capacity.ts';
import { prepare } from '../dynalite.ts';
import { grant, withPlainTableName } from '../engine.ts';
import type { Operation } from '../engine.ts';
import { itemSize } from '../item-size.ts';
import { read } from './item-reads.ts';
import { checkSize, checkTogether, checkTransactItems } from './transaction-items.ts';

/** Up to 100 items as they are at one moment. */
export const transactGetItems: Operation = (engine, input, allow) => {
  const gets = checkTransactItems(input, ['Get']).map(({ request }) => {
    const plain = { ...withPlainTableName(engine, request), ConsistentRead: true };
    return prepare(engine.store.dynalite, 'getItem', plain);
  });
  allow(...gets.map((data) => grant(engine, 'GetItem', data.TableName, [data.Key ?? {}])));
  checkTogether(gets.map((data) => ({ table: engine.tables.get(data.TableName), item: data.Key ?? {} })));
  const bill = new Bill(input['ReturnConsumedCapacity'], 2);
  let size = 0;
  const responses = gets.map((data) => {
    const item: Item | undefined = read(engine, data, bill);
    size += itemSize(item ?? {});
    return item ? { Item: item } : {};
  });
  checkSize(size);
  return {
    Responses: responses,
    ...(bill.wanted && { ConsumedCapacity: bill.entries(engine.tables.find, 'Read') }),
  };
};
