import { arnPattern, glob } from './pattern.ts';
import type { Matcher } from './pattern.ts';
import { list } from './policy-document.ts';
import type { PolicyStatement } from './policy-document.ts';

/** Condition keys of a call, lower case. */
export type CallContext = Readonly<Record<string, string | readonly string[]>>;
export type Condition = (context: CallContext) => boolean;

interface Operator {
  readonly compile: (wanted: string) => Matcher;
  /** A negated operator holds when none of the wanted values fits, and also when the key is missing. */
  readonly negated?: true;
}

const text = {
  compile:
    (wanted: string): Matcher =>
    (have) =>
      have === wanted,
};
const textIgnoringCase = {
  compile:
    (wanted: string): Matcher =>
    (have) =>
      have.toLowerCase() === wanted.toLowerCase(),
};
const compared = (read: (text: string) => number, holds: (have: number, wanted: number) => boolean): Operator => ({
  compile: (wanted) => {
    const value = read(wanted);
    if (Number.isNaN(value)) throw new Error(`"${wanted}" is no value for this condition operator`);
    return (have) => holds(read(have), value);
  },
});
/** Dates are ISO 8601 or seconds since the epoch. */
const date = (value: string) => (/^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value));
const number = (value: string) => (value.trim() === '' ? Number.NaN : Number(value));
const not = (operator: Operator): Operator => ({ ...operator, negated: true });
const family = (name: string, read: (text: string) => number): Record<string, Operator> => ({
  [`${name}Equals`]: compared(read, (have, wanted) => have === wanted),
  [`${name}NotEquals`]: not(compared(read, (have, wanted) => have === wanted)),
  [`${name}LessThan`]: compared(read, (have, wanted) => have < wanted),
  [`${name}LessThanEquals`]: compared(read, (have, wanted) => have <= wanted),
  [`${name}GreaterThan`]: compared(read, (have, wanted) => have > wanted),
  [`${name}GreaterThanEquals`]: compared(read, (have, wanted) => have >= wanted),
});

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: text,
  StringNotEquals: not(text),
  StringEqualsIgnoreCase: textIgnoringCase,
  StringNotEqualsIgnoreCase: not(textIgnoringCase),
  StringLike: { compile: glob },
  StringNotLike: not({ compile: glob }),
  ArnEquals: { compile: arnPattern },
  ArnNotEquals: not({ compile: arnPattern }),
  ArnLike: { compile: arnPattern },
  ArnNotLike: not({ compile: arnPattern }),
  Bool: textIgnoringCase,
  ...family('Numeric', number),
  ...family('Date', date),
};

/**
 * Compiles a statement's Condition block: every operator and every key must hold.
 * Throws at an operator that is not known here, by its name.
 */
export function compileCondition(block: PolicyStatement['Condition']): Condition {
  const tests = Object.entries(block ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => compileTest(operator, key.toLowerCase(), list(wanted).map(String))),
  );
  return (context) => tests.every((holds) => holds(context));
}

function compileTest(written: string, key: string, wanted: readonly string[]): Condition {
  if (/^Null(IfExists)?$/.test(written)) {
    return (context) => wanted.some((value) => (value === 'true') === (context[key] === undefined));
  }
  const [, quantifier, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw new Error(`the condition operator ${written} is not supported`);
  const matchers = wanted.map(operator.compile);
  const fits: Matcher = (have) => matchers.some((matches) => matches(have)) !== (operator.negated === true);
  const whenMissing =
    quantifier === undefined
      ? ifExists !== undefined || operator.negated === true
      : quantifier === 'ForAllValues:' || ifExists !== undefined;
  return (context) => {
    const have = list(context[key]);
    if (have.length === 0) return whenMissing;
    return quantifier === 'ForAnyValue:' ? have.some(fits) : have.every(fits);
  };
}
