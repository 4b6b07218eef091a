type Test = (value: unknown, present: boolean) => boolean;
/** A compiled pattern: tells whether an event matches. */
export type Matches = (event: unknown) => boolean;

/**
 * Compiles an event pattern, as EventBridge rules and event source filters write them. Throws an Error that names an
 * operator it does not know.
 */
export function compilePattern(pattern: unknown): Matches {
  const fields = Object.entries(pattern as Record<string, unknown>).map(([name, wanted]): Matches => {
    if (name === '$or') {
      const choices = (wanted as unknown[]).map(compilePattern);
      return (event) => choices.some((matches) => matches(event));
    }
    if (!Array.isArray(wanted)) {
      const inner = compilePattern(wanted);
      return (event) => inner(valueAt(event, name));
    }
    const tests = wanted.map(compileTest);
    return (event) => {
      const value = valueAt(event, name);
      const values = Array.isArray(value) ? value : [value];
      return tests.some((test) => values.some((one) => test(one, value !== undefined)));
    };
  });
  return (event) => fields.every((matches) => matches(event));
}

const valueAt = (event: unknown, name: string): unknown =>
  event !== null && typeof event === 'object' ? (event as Record<string, unknown>)[name] : undefined;

function compileTest(wanted: unknown): Test {
  if (wanted === null || typeof wanted !== 'object') return (value) => value === wanted;
  const entries = Object.entries(wanted);
  const [operator, operand] = entries[0] ?? ['(none)', undefined];
  const make = operators[operator];
  if (!make || entries.length !== 1)
    throw new Error(`the local cloud does not know the pattern ${JSON.stringify(wanted)}`);
  return make(operand);
}

const onText =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value === 'string' && test(value);

const operators: Readonly<Record<string, (operand: unknown) => Test>> = {
  exists: (operand) => (_, present) => present === operand,
  prefix: (operand) => withCase(operand, (value, start) => value.startsWith(start)),
  suffix: (operand) => withCase(operand, (value, end) => value.endsWith(end)),
  'equals-ignore-case': (operand) => onText((value) => value.toLowerCase() === String(operand).toLowerCase()),
  wildcard: (operand) => {
    const pattern = new RegExp(`^${String(operand).split('*').map(escaped).join('.*')}$`, 's');
    return onText((value) => pattern.test(value));
  },
  numeric: (operand) => compileNumeric(operand as unknown[]),
  'anything-but': (operand) => {
    const refused = (Array.isArray(operand) ? operand : [operand]).map(compileTest);
    return (value, present) => present && !refused.some((test) => test(value, present));
  },
};

function withCase(operand: unknown, test: (value: string, wanted: string) => boolean): Test {
  if (typeof operand === 'string') return onText((value) => test(value, operand));
  if (Array.isArray(operand)) return onText((value) => operand.some((one) => test(value, String(one))));
  const wanted = (operand as Record<string, string>)['equals-ignore-case'];
  if (wanted === undefined) throw new Error(`the local cloud does not know the pattern ${JSON.stringify(operand)}`);
  return onText((value) => test(value.toLowerCase(), wanted.toLowerCase()));
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function compileNumeric(operand: readonly unknown[]): Test {
  const tests: ((value: number) => boolean)[] = [];
  for (let i = 0; i < operand.length; i += 2) {
    const compare = comparisons[String(operand[i])];
    if (!compare) throw new Error(`the local cloud does not know the comparison ${String(operand[i])}`);
    const bound = Number(operand[i + 1]);
    tests.push((value) => compare(value, bound));
  }
  // A stream carries numbers as text ({"N":"5"}), and the filter compares them as numbers all the same.
  return (value) => {
    const wellFormed = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    return wellFormed && !Number.isNaN(Number(value)) && tests.every((test) => test(Number(value)));
  };
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
