import { expect, it } from 'vitest';
import { compileCondition } from '#local/identity/condition';
import type { CallContext } from '#local/identity/condition';

const arn = 'arn:aws-cn:s3:::records/a';

it.each<[operator: string, wanted: string | string[], have: CallContext[string] | undefined, holds: boolean]>([
  ['StringEquals', ['a', 'b'], 'b', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', 'a', undefined, false],
  ['StringEquals', 'a', ['a', 'b'], false],
  ['StringNotEquals', ['a', 'b'], 'c', true],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringNotEquals', 'a', undefined, true],
  ['StringEqualsIgnoreCase', 'a', 'A', true],
  ['StringNotEqualsIgnoreCase', 'a', 'A', false],
  ['StringLike', 'app#*', 'app#1', true],
  ['StringLike', 'app#*', 'user#1', false],
  ['StringNotLike', 'app#*', 'user#1', true],
  ['StringEqualsIfExists', 'a', undefined, true],
  ['StringEqualsIfExists', 'a', 'b', false],
  ['ArnLike', 'arn:aws-cn:s3:::rec*', arn, true],
  ['ArnEquals', 'arn:aws-cn:sqs:::rec*', arn, false],
  ['ArnNotLike', 'arn:aws-cn:s3:::rec*', arn, false],
  ['ArnNotEquals', 'arn:aws-cn:s3:::x', arn, true],
  ['Bool', 'true', 'true', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'false', undefined, false],
  ['BoolIfExists', 'true', undefined, true],
  ['Null', 'true', undefined, true],
  ['Null', 'true', 'x', false],
  ['Null', 'false', 'x', true],
  ['NumericEquals', '5', '5.0', true],
  ['NumericNotEquals', '5', '6', true],
  ['NumericLessThan', '600', '599', true],
  ['NumericLessThan', '600', '600', false],
  ['NumericLessThanEquals', '600', '600', true],
  ['NumericGreaterThan', '600', '1000', true],
  ['NumericGreaterThanEquals', '600', '599', false],
  ['DateLessThan', '2027-01-01T00:00:00Z', '2026-12-31T23:59:59Z', true],
  ['DateGreaterThan', '2027-01-01T00:00:00+08:00', '1798732800', false],
  ['DateGreaterThanEquals', '2027-01-01T00:00:00+08:00', '1798732800', true],
  ['DateEquals', '2027-01-01', '2027-01-01T00:00:00Z', true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b', 'a'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', 'a', undefined, true],
  ['ForAllValues:StringNotEquals', 'a', ['b', 'a'], false],
  ['ForAnyValue:StringLike', 'a*', ['b', 'a1'], true],
  ['ForAnyValue:StringLike', 'a*', ['b', 'c'], false],
  ['ForAnyValue:StringLike', 'a*', undefined, false],
])('%s %j meets %j: %s', (operator, wanted, have, holds) => {
  const condition = compileCondition({ [operator]: { 'dynamodb:LeadingKeys': wanted } });
  expect(condition(have === undefined ? {} : { 'dynamodb:leadingkeys': have })).toBe(holds);
});

it('needs every operator and every key to hold', () => {
  const condition = compileCondition({ StringEquals: { a: '1', b: '2' }, NumericLessThan: { c: 3 } });
  expect(condition({ a: '1', b: '2', c: '2' })).toBe(true);
  expect(condition({ a: '1', b: '2', c: '3' })).toBe(false);
  expect(condition({ a: '1', b: '3', c: '2' })).toBe(false);
});

it('refuses by name an operator that it does not know', () => {
  expect(() => compileCondition({ 'ForAnyValue:BinaryEquals': { a: '1' } })).toThrow('ForAnyValue:BinaryEquals');
  expect(() => compileCondition({ toString: { a: '1' } })).toThrow('toString');
});
