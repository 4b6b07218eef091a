import type { Expression } from './conditions.ts';

const ordering = ['<', '<=', '>', '>=', 'between'];

/**
 * The fault of an expression that asks for the order of values that have none (a list, a set, a boolean, …), or
 * undefined. DynamoDB refuses it before it looks at any item; dynalite would hold it for false.
 */
export function orderingFault(expression: Expression): string | undefined {
  for (const part of expression.args) {
    if (typeof part !== 'object' || Array.isArray(part)) continue;
    if ('args' in part) {
      const fault = orderingFault(part as Expression);
      if (fault !== undefined) return fault;
    } else if (ordering.includes(expression.type)) {
      const [type] = Object.keys(part);
      if (type === 'S' || type === 'N' || type === 'B') continue;
      return (
        'Incorrect operand type for operator or function; ' +
        `operator or function: ${expression.type.toUpperCase()}, operand type: ${type}`
      );
    }
  }
  return undefined;
}
