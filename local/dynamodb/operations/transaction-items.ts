import type { Input } from '../engine.ts';
import { validationError } from '../errors.ts';

/** What the items of one transaction may weigh together. */
export const maxTransactionSize = 4 * 1024 * 1024;

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
