import type { AttributeValue, Item } from './attribute-value.ts';
import { sameValue } from './attribute-value.ts';
import { rules } from './dynalite.ts';
import type { Path } from './dynalite.ts';

/** A condition or filter as dynalite's parser leaves it. */
export type Expression =
  | { type: 'and' | 'or' | 'not'; args: Expression[] }
  | { type: 'function'; name: string; args: Operand[] }
  | { type: string; args: Operand[] };

type Operand = Path | AttributeValue | { type: 'function'; name: 'size'; args: Operand[] };

/** True of every item: put where dynalite's own evaluation must let everything pass. */
export const always: Expression = { type: 'function', name: 'attribute_not_exists', args: [['\0']] };

/**
 * Whether the expression is true of the item. Comparisons of order are dynalite's; the rest is ours, because dynalite 4
 * holds equal lists and maps for different (`v = :v` with a list), and an empty string or false for absent.
 */
export function holds(expression: Expression, item: Item): boolean {
  const expressions = expression.args as Expression[];
  if (expression.type === 'and') return expressions.every((part) => holds(part, item));
  if (expression.type === 'or') return expressions.some((part) => holds(part, item));
  if (expression.type === 'not') return !expressions.some((part) => holds(part, item));
  const operands = expression.args as Operand[];
  const values = operands.map((operand) => valueOf(operand, item));
  const comparison = 'name' in expression ? expression.name : expression.type;
  return compare(comparison, values[0], values.slice(1));
}

function compare(
  comparison: string,
  value: AttributeValue | undefined,
  others: (AttributeValue | undefined)[],
): boolean {
  switch (comparison) {
    case '=':
      return value !== undefined && sameValue(value, others[0]);
    case '<>':
      return !(value !== undefined && sameValue(value, others[0]));
    case 'in':
      return value !== undefined && others.some((other) => sameValue(value, other));
    case 'contains':
      return value !== undefined && others[0] !== undefined && contains(value, others[0]);
    case 'between':
      return compare('>=', value, others.slice(0, 1)) && compare('<=', value, others.slice(1));
    case 'attribute_type':
      return value !== undefined && (others[0]?.S ?? '') in value;
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    default:
      // dynalite compares an absent value with an absent value as equal; in DynamoDB neither comes before the other.
      return value !== undefined && others.every(Boolean) && rules.compare(comparison, value, others);
  }
}

function contains(container: AttributeValue, member: AttributeValue): boolean {
  if (container.L) return container.L.some((one) => sameValue(one, member));
  if (member.S !== undefined) return (container.S ?? container.SS)?.includes(member.S) ?? false;
  if (member.N !== undefined) return container.NS?.includes(member.N) ?? false;
  if (member.B !== undefined) return container.BS?.includes(member.B) ?? bytesContain(container.B, member.B);
  return false;
}

function bytesContain(container: string | undefined, part: string): boolean {
  return container !== undefined && Buffer.from(container, 'base64').includes(Buffer.from(part, 'base64'));
}

function valueOf(operand: Operand, item: Item): AttributeValue | undefined {
  if (Array.isArray(operand)) return rules.mapPath(operand, item) ?? undefined;
  if (!('type' in operand)) return operand;
  const measured = operand.args[0] && valueOf(operand.args[0], item);
  const size = measured && sizeOf(measured);
  return size === undefined ? undefined : { N: String(size) };
}

function sizeOf(value: AttributeValue): number | undefined {
  if (value.S !== undefined) return value.S.length;
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.M) return Object.keys(value.M).length;
  return (value.SS ?? value.NS ?? value.BS ?? value.L)?.length;
}
