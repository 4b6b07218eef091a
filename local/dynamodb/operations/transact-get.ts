import type { Item } from '../attribute-value.ts';
import { Bill } from '../capacity.ts';
import { prepare } from '../dynalite.ts';
import { grant, withPlainTableName } from '../engine.ts';
import type { Operation } from '../engine.ts';
import { validationError } from '../errors.ts';
import { itemSize } from '../item-size.ts';
import { read } from './item-reads.ts';
import { checkTransactItems, maxTransactionSize } from './transaction-items.ts';

/** Up to 100 items as they are at one moment. */
export const transactGetItems: Operation = (engine, input, allow) => {
  const gets = checkTransactItems(input, ['Get']).map(({ request }) => {
    const plain = { ...withPlainTableName(engine, request), ConsistentRead: true };
    return prepare(engine.store.dynalite, 'getItem', plain);
  });
  allow(...gets.map((data) => grant(engine, 'GetItem', data.TableName, [data.Key ?? {}])));
  const bill = new Bill(input['ReturnConsumedCapacity'], 2);
  let size = 0;
  const responses = gets.map((data) => {
    const item: Item | undefined = read(engine, data, bill);
    size += itemSize(item ?? {});
    return item ? { Item: item } : {};
  });
  if (size > maxTransactionSize) throw validationError('Transaction item aggregate size exceeds the limit of 4 MB');
  return {
    Responses: responses,
    ...(bill.wanted && { ConsumedCapacity: bill.entries(engine.tables.find, 'Read') }),
  };
};
