import { expressionIn } from './expressions.ts';
import { isTimestamp } from './field-values.ts';

/** Says what a field must be when its value is not that; undefined when all is well. */
type Check = (value: unknown) => string | undefined;

const isExpression = (value: unknown): boolean => expressionIn(value) !== undefined;
const isWhole = (value: unknown, least: number): boolean => Number.isInteger(value) && (value as number) >= least;
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const must = (expected: string, holds: (value: unknown) => boolean): Check => {
  return (value) => (holds(value) ? undefined : `must be ${expected}`);
};

const anything: Check = () => undefined;
const text = must('a string', (value) => typeof value === 'string');
const list = must('a list with at least one entry', (value) => Array.isArray(value) && value.length > 0);
const object = must('an object', isObject);
const objectOrExpression = must('an object or a {% … %} expression', (value) => isObject(value) || isExpression(value));
const seconds = (least: number): Check =>
  must(`a whole number from ${least} or a {% … %} expression`, (value) => isExpression(value) || isWhole(value, least));
const wholeFrom = (least: number): Check => must(`a whole number from ${least}`, (value) => isWhole(value, least));

type Fields = Readonly<Record<string, Check>>;

const described: Fields = {
  Type: text,
  Comment: text,
  QueryLanguage: must('JSONata', (value) => value === 'JSONata'),
};
const onward: Fields = { Next: text, End: must('true', (value) => value === true) };
const results: Fields = { Output: anything, Assign: object };
const fallible: Fields = { Retry: list, Catch: list };

/** Every field that the engine runs, by type of state: what is not here is refused. */
export const stateFields: Readonly<Record<string, Fields>> = {
  Task: {
    ...described,
    ...onward,
    ...results,
    ...fallible,
    Resource: text,
    Arguments: objectOrExpression,
    TimeoutSeconds: seconds(1),
    HeartbeatSeconds: seconds(1),
  },
  Choice: { ...described, ...results, Choices: list, Default: text },
  Wait: {
    ...described,
    ...onward,
    ...results,
    Seconds: seconds(0),
    Timestamp: must(
      'an ISO 8601 timestamp or a {% … %} expression',
      (value) => isExpression(value) || isTimestamp(value),
    ),
  },
  Pass: { ...described, ...onward, ...results },
  Map: {
    ...described,
    ...onward,
    ...results,
    ...fallible,
    Items: must('a list, an object or a {% … %} expression', (value) => {
      return Array.isArray(value) || isObject(value) || isExpression(value);
    }),
    ItemSelector: objectOrExpression,
    ItemProcessor: object,
    MaxConcurrency: seconds(0),
  },
  Parallel: { ...described, ...onward, ...results, ...fallible, Arguments: anything, Branches: list },
  Succeed: { ...described, Output: anything },
  Fail: { ...described, Error: text, Cause: text },
};

export const requiredFields: Readonly<Record<string, readonly string[]>> = {
  Task: ['Resource'],
  Choice: ['Choices'],
  Map: ['ItemProcessor'],
  Parallel: ['Branches'],
};

export const machineFields: Fields = {
  Comment: text,
  QueryLanguage: described.QueryLanguage!,
  StartAt: text,
  States: object,
  TimeoutSeconds: wholeFrom(1),
  Version: must('"1.0"', (value) => value === '1.0'),
};

export const branchFields: Fields = { Comment: text, StartAt: text, States: object };

export const processorFields: Fields = {
  ...branchFields,
  ProcessorConfig: must('{ "Mode": "INLINE" }', (value) => JSON.stringify(value) === '{"Mode":"INLINE"}'),
};

export const ruleFields: Fields = {
  Comment: text,
  ...results,
  Condition: must('a {% … %} expression', (value) => isExpression(value) || typeof value === 'boolean'),
  Next: text,
};

export const retrierFields: Fields = {
  Comment: text,
  ErrorEquals: list,
  IntervalSeconds: wholeFrom(1),
  MaxAttempts: wholeFrom(0),
  BackoffRate: must('a number from 1', (value) => typeof value === 'number' && value >= 1),
  MaxDelaySeconds: wholeFrom(1),
  JitterStrategy: must('FULL or NONE', (value) => value === 'FULL' || value === 'NONE'),
};

export const catcherFields: Fields = { Comment: text, ErrorEquals: list, ...results, Next: text };

const jsonPath = new Set([
  ...['InputPath', 'OutputPath', 'ResultPath', 'ResultSelector', 'Parameters', 'ItemsPath', 'Iterator', 'Result'],
  ...['TimeoutSecondsPath', 'HeartbeatSecondsPath', 'SecondsPath', 'TimestampPath', 'ErrorPath', 'CausePath'],
  ...['MaxConcurrencyPath', 'Variable'],
]);

/** Compares an object with the fields it may have; the answers name the field. */
export function fieldProblems(given: Record<string, unknown>, known: Fields, required: readonly string[]): string[] {
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const check = known[name];
    if (check === undefined) {
      return [
        `field ${name} ${jsonPath.has(name) ? 'belongs to JSONPath, and only JSONata is run here' : 'is not known'}`,
      ];
    }
    const problem = check(value);
    return problem === undefined ? [] : [`field ${name} ${problem}`];
  });
  const missing = required.filter((name) => given[name] === undefined).map((name) => `field ${name} is missing`);
  return [...wrong, ...missing];
}
