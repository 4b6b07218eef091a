import { globbed } from './glob.ts';

/** Condition keys, lower case, with the values a request has for them. */
export type PolicyContext = Record<string, string | string[]>;

type Compare = (have: string, want: string) => boolean;
type Scalar = string | number | boolean;
type Conditions = Record<string, Record<string, Scalar | Scalar[]>>;

const numbers =
  (compare: (have: number, want: number) => boolean): Compare =>
  (have, want) =>
    compare(Number(have), Number(want));
const dates =
  (compare: (have: number, want: number) => boolean): Compare =>
  (have, want) =>
    compare(Date.parse(have), Date.parse(want));
const lower = (text: string) => text.toLowerCase();
const like: Compare = (have, want) => globbed(want).test(have);

const OPERATORS: Record<string, Compare> = {
  StringEquals: (have, want) => have === want,
  StringEqualsIgnoreCase: (have, want) => lower(have) === lower(want),
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (have, want) => lower(have) === lower(want),
  NumericEquals: numbers((have, want) => have === want),
  NumericLessThan: numbers((have, want) => have < want),
  NumericLessThanEquals: numbers((have, want) => have <= want),
  NumericGreaterThan: numbers((have, want) => have > want),
  NumericGreaterThanEquals: numbers((have, want) => have >= want),
  DateLessThan: dates((have, want) => have < want),
  DateLessThanEquals: dates((have, want) => have <= want),
  DateGreaterThan: dates((have, want) => have > want),
  DateGreaterThanEquals: dates((have, want) => have >= want),
};
const NEGATIONS: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

const KEYS = new Set([
  'aws:securetransport',
  's3:tlsversion',
  's3:signatureage',
  's3:signatureversion',
  's3:authtype',
  's3:versionid',
  's3:prefix',
  's3:delimiter',
  's3:max-keys',
  's3:if-none-match',
  's3:if-match',
  's3:object-lock-mode',
  's3:object-lock-retain-until-date',
  's3:object-lock-legal-hold',
  's3:object-lock-remaining-retention-days',
  's3:x-amz-content-sha256',
  's3:x-amz-copy-source',
  's3:x-amz-metadata-directive',
  's3:x-amz-storage-class',
  's3:x-amz-server-side-encryption',
]);

/** Read as AWS does: a missing key fails a positive test and passes a negated one or an IfExists. */
function compileOne(where: string, operator: string, key: string, wanted: Scalar | Scalar[]) {
  const [, set, name = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const wants = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  const lowerKey = lower(key);
  if (!KEYS.has(lowerKey)) throw new Error(`The condition key ${key} in ${where} cannot be evaluated locally.`);
  if (name === 'Null')
    return (context: PolicyContext) => wants.some((want) => (context[lowerKey] === undefined) === (want === 'true'));
  const negated = NEGATIONS[name];
  const compare = OPERATORS[negated ?? name];
  if (!compare) throw new Error(`The condition operator ${operator} in ${where} cannot be evaluated locally.`);
  const test = (have: string) => wants.some((want) => compare(have, want)) === (negated === undefined);
  return (context: PolicyContext) => {
    const value = context[lowerKey];
    if (value === undefined) return ifExists !== undefined || negated !== undefined || set === 'ForAllValues:';
    const haves = typeof value === 'string' ? [value] : value;
    return set === 'ForAllValues:' ? haves.every(test) : haves.some(test);
  };
}

/** Prepares a statement's conditions, all of which must hold; throws, naming it, at an unknown operator or key. */
export function compileConditions(where: string, conditions: Conditions): (context: PolicyContext) => boolean {
  const tests = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) => compileOne(where, operator, key, wanted)),
  );
  return (context) => tests.every((test) => test(context));
}
