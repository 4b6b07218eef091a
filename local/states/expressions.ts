import jsonata from 'jsonata';
import { stepFunctionsAdditions } from './jsonata-additions.ts';
import { StateError } from './state-error.ts';

/** Values that expressions see as `$name`. */
export type Bindings = Readonly<Record<string, unknown>>;

/** An expression that runs away stops here instead of stopping the local cloud. */
const limits = { timeout: 5_000, stack: 1_000 };

const compiled = new Map<string, jsonata.Expression>();

/** The text between `{%` and `%}`, or undefined when the value is no expression. */
export function expressionIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('{%') || !value.endsWith('%}')) return undefined;
  return value.slice(2, -2).trim();
}

/** Compiles once per text; throws jsonata's own error for a text that does not parse. */
export function compile(source: string): jsonata.Expression {
  let expression = compiled.get(source);
  if (expression === undefined) {
    expression = jsonata(source, limits);
    compiled.set(source, expression);
  }
  return expression;
}

/** Evaluates every expression in a template; `now` is what `$now()` and `$millis()` say. */
export async function evaluate(template: unknown, bindings: Bindings, now: number): Promise<unknown> {
  const source = expressionIn(template);
  if (source !== undefined) return evaluateExpression(source, bindings, now);
  if (Array.isArray(template)) {
    const items: unknown[] = [];
    for (const item of template) items.push(await evaluate(item, bindings, now));
    return items;
  }
  if (typeof template !== 'object' || template === null) return template;
  const object: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(template)) object[key] = await evaluate(value, bindings, now);
  return object;
}

async function evaluateExpression(source: string, bindings: Bindings, now: number): Promise<unknown> {
  let value: unknown;
  try {
    value = await compile(source).evaluate(undefined, { ...stepFunctionsAdditions(now), ...bindings });
  } catch (thrown) {
    throw refused(source, (thrown as { message?: string }).message ?? String(thrown));
  }
  if (value === undefined) throw refused(source, 'The expression returned nothing (undefined)');
  return asJson(source, value);
}

/** Sequences carry markers and results may hold functions or gaps: what leaves an expression is plain JSON. */
function asJson(source: string, value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value) {
    throw refused(source, 'The expression returned a value that is not JSON');
  }
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function refused(source: string, why: string): StateError {
  return new StateError('States.QueryEvaluationError', `The JSONata expression '${source}' failed: ${why}`);
}
