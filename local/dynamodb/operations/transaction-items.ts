import type { Item } from '../attribute-value.ts';
import { rules } from '../dynalite.ts';
import type { Input } from '../engine.ts';
import { validationError } from '../errors.ts';
import { itemSize } from '../item-size.ts';
import type { TableDescription } from '../table-description.ts';

/** What the items of one transaction may weigh together. */
const maxTransactionSize = 4 * 1024 * 1024;

const isObject = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a transaction, each exactly one of the kinds; 1 to 100 of them. */
export function checkTransactItems<Kind extends string>(input: Input, kinds: readonly Kind[]) {
  const items = input['TransactItems'];
  if (!Array.isArray(items) || items.length < 1 || items.length > 100) {
    const constraint = Array.isArray(items)
      ? `Member must have length ${items.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 100'}`
      : 'Member must not be null';
    throw validationError(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: ${constraint}`,
    );
  }
  return items.map((item: unknown) => {
    const named = isObject(item) ? kinds.filter((kind) => isObject(item[kind])) : [];
    const [kind] = named;
    if (kind === undefined || named.length > 1) {
      throw validationError(`TransactItems can only contain one of ${kinds.join(', ')}`);
    }
    return { kind, request: (item as Input)[kind] as Input };
  });
}

/** The rules over all items of a transaction: none twice, and not too much. An item is a key, or holds it. */
export function checkTogether(items: readonly { table: TableDescription; item: Item }[]): void {
  const seen = new Set<string>();
  let size = 0;
  for (const { table, item } of items) {
    size += itemSize(item);
    // A key that does not fit its table is the item's own error, not a duplicate.
    if (!hasKey(table, item)) continue;
    const id = `${table.TableName}/${rules.createKey(item, table)}`;
    if (seen.has(id)) throw validationError('Transaction request cannot include multiple operations on one item');
    seen.add(id);
  }
  checkSize(size);
}

export function checkSize(bytes: number): void {
  if (bytes > maxTransactionSize) throw validationError('Transaction item aggregate size exceeds the limit of 4 MB');
}

function hasKey({ KeySchema: schema, AttributeDefinitions: definitions }: TableDescription, item: Item): boolean {
  return schema.every(({ AttributeName: name }) => {
    const type = definitions.find((defined) => defined.AttributeName === name)?.AttributeType;
    return type !== undefined && item[name]?.[type] !== undefined;
  });
}
