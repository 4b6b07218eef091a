import type { AttributeValue, Item } from './attribute-value.ts';

/** What one item may weigh: 400 KB. */
export const maxItemSize = 400 * 1024;

/**
 * The size that limits and capacity count, in bytes, as the developer guide gives it: names and strings in UTF-8
 * (a Chinese character is three), numbers about half a byte a digit, 3 bytes for a list or map and 1 for each member.
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.SS) return total(value.SS, (member) => Buffer.byteLength(member));
  if (value.NS) return total(value.NS, numberSize);
  if (value.BS) return total(value.BS, (member) => Buffer.byteLength(member, 'base64'));
  if (value.L) return 3 + total(value.L, (member) => 1 + valueSize(member));
  if (value.M) return 3 + Object.keys(value.M).length + itemSize(value.M);
  return 1;
}

function numberSize(number: string): number {
  const digits = number
    .replace(/^-/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return 1 + Math.ceil(digits.length / 2) + (number.startsWith('-') ? 1 : 0);
}

function total<T>(members: readonly T[], size: (member: T) => number): number {
  return members.reduce((sum, member) => sum + size(member), 0);
}
