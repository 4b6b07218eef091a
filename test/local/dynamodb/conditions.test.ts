import { describe, expect, it } from 'vitest';
import type { AttributeValue, Item } from '#local/dynamodb/attribute-value';
import { createDynamoDb } from '#local/dynamodb/dynamodb';
import { core, MovedClock, place, RememberingAuthority } from './server.ts';

const authority = new RememberingAuthority();
const { service, createTable } = createDynamoDb({ ...place, file: ':memory:', clock: new MovedClock(0), authority });
createTable(core);

const values: Record<string, AttributeValue> = {
  ':empty': { S: '' },
  ':a': { S: 'a' },
  ':z': { S: 'z' },
  ':one': { N: '1' },
  ':two': { N: '2.0' },
  ':list': { L: [{ S: 'a' }, { L: [{ N: '1' }] }] },
  ':swapped': { L: [{ L: [{ N: '1' }] }, { S: 'a' }] },
  ':map': { M: { x: { N: '1' }, y: { M: {} } } },
  ':fewer': { M: { x: { N: '1' } } },
  ':set': { SS: ['b', 'a'] },
  ':false': { BOOL: false },
  ':S': { S: 'S' },
  ':BOOL': { S: 'BOOL' },
  ':bytes': { B: Buffer.from('bc').toString('base64') },
};

const item: Item = {
  pk: { S: 'pk' },
  sk: { S: 'sk' },
  blank: { S: '' },
  denied: { BOOL: false },
  n: { N: '2' },
  members: { L: [{ S: 'a' }, { L: [{ N: '1' }] }] },
  mapped: { M: { x: { N: '1.0' }, y: { M: {} } } },
  tags: { SS: ['a', 'b'] },
  bin: { B: Buffer.from('abcd').toString('base64') },
};

/** Whether the condition holds for the item, as a write would ask. */
async function holds(condition: string): Promise<boolean> {
  const principal = authority.principal('AKIDTEST');
  const used = Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(condition));
  await service.call('PutItem', { TableName: 'core', Item: structuredClone(item) }, principal);
  const request = {
    TableName: 'core',
    Key: { pk: item['pk'], sk: item['sk'] },
    ConditionExpression: condition,
    ...(used.length > 0 && { ExpressionAttributeValues: structuredClone(Object.fromEntries(used)) }),
  };
  return service.call('DeleteItem', request, principal).then(
    () => true,
    (error: Error) => {
      if (error.name !== 'ConditionalCheckFailedException') throw error;
      return false;
    },
  );
}

describe('A condition', () => {
  it.each([
    ['members = :list', true],
    ['members = :swapped', false],
    ['members <> :swapped', true],
    ['mapped = :map', true],
    ['mapped = :fewer', false],
    ['tags = :set', true],
    ['n = :two', true],
    ['n IN (:one, :two)', true],
    ['members IN (:swapped, :list)', true],
    ['absent = :one', false],
    ['absent <> :one', true],
    ['absent = also_absent', false],
    ['absent < :one', false],
    ['blank = :empty', true],
    ['attribute_exists(blank)', true],
    ['blank BETWEEN :empty AND :z', true],
    ['blank < :a', true],
    ['attribute_type(blank, :S)', true],
    ['attribute_type(denied, :BOOL)', true],
    ['denied = :false', true],
    ['size(blank) < :one', true],
    ['size(absent) < :one', false],
    ['size(members) = :two', true],
    ['contains(members, :a)', true],
    ['contains(tags, :a)', true],
    ['contains(tags, :z)', false],
    ['contains(bin, :bytes)', true],
    ['begins_with(sk, :S) OR n = :two', true],
    ['NOT (n = :two AND attribute_exists(absent))', true],
    ['NOT n = :two', false],
    ['mapped.x = :one AND members[1][0] = :one', true],
  ])('%s is %s', async (condition, expected) => {
    expect(await holds(condition)).toBe(expected);
  });

  it.each(['denied < :false', 'n BETWEEN :list AND :list', 'members >= :list'])(
    '%s asks for an order where there is none, and is refused',
    async (condition) => {
      await expect(holds(condition)).rejects.toMatchObject({ name: 'ValidationException' });
    },
  );
});
