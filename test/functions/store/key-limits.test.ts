import { expect, test } from 'vitest';
import { isKey, refuseUnlessSortKey, startOfPage } from '#functions/store/key-limits';

const list = { names: ['listPk', 'listSk'], pk: 'CYCLE#c#APPLICATIONS', prefix: 'Defence#' } as const;
const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const key = { pk: 'APPLICATION#a', sk: 'META', listPk: list.pk, listSk: 'Defence#a' };
const invalid = expect.objectContaining({ code: 'request.invalid' }) as Error;

test.each([
  ['an empty sort key', { pk: 'DOCUMENTS#', sk: '' }],
  ['a partition key of 2,049 bytes', { pk: 'x'.repeat(2049), sk: 'META' }],
  ['a sort key of 1,026 bytes in 342 characters', { pk: 'x', sk: '质'.repeat(342) }],
])('DynamoDB would not take %s', (_, of) => {
  expect(isKey(of)).toBe(false);
});

test('a key of ordinary ids is a key, odd characters included', () => {
  expect(isKey({ pk: 'APPLICATION#~#%00', sk: 'META' })).toBe(true);
});

test('a page begins where the page before it said', () => {
  expect(startOfPage(cursorOf(key), list)).toEqual(key);
  expect(startOfPage(undefined, list)).toBeUndefined();
});

test.each([
  ['no JSON', 'zzz'],
  ['null', cursorOf(null)],
  ['a key of another list', cursorOf({ ...key, listPk: 'CYCLE#other#APPLICATIONS' })],
  ['a key of another stage', cursorOf({ ...key, listSk: 'Draft#a' })],
  ['a key with more attributes', cursorOf({ ...key, more: 'x' })],
  ['numbers for texts', cursorOf({ ...key, sk: 1 })],
])('a cursor of %s is refused', (_, cursor) => {
  expect(() => startOfPage(cursor, list)).toThrow(invalid);
});

test('a cursor that cannot be a sort key is refused', () => {
  expect(() => refuseUnlessSortKey('x'.repeat(1025))).toThrow(invalid);
  expect(() => refuseUnlessSortKey(undefined)).not.toThrow();
});
