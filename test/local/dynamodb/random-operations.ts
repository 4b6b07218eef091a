import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A request by the SDK's command name. */
export interface Request {
  readonly command: string;
  readonly input: Record<string, unknown>;
}

type Values = Record<string, AttributeValue>;

/**
 * Where DynamoDB Local reckons capacity as documented. Elsewhere it bills nothing for what it does not find, and a put
 * for an index that holds neither the old item nor the new, when each has one part of the index's key.
 */
const billed = ['GetItem', 'UpdateItem', 'DeleteItem'];

/** Random operations of the kinds that the stores use, the same for the same seed. */
export class RandomOperations {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }

  next(): Request {
    const kinds = [
      () => this.#put(),
      () => this.#update(),
      () => this.#delete(),
      () => this.#get(),
      () => this.#query(),
      () => this.#queryIndex(),
      () => this.#scan(),
      () => this.#transactWrite(),
      () => this.#transactWrite(),
      () => this.#transactGet(),
      () => this.#batchGet(),
      () => this.#batchWrite(),
    ];
    const { command, input } = this.#pick(kinds)();
    return { command, input: billed.includes(command) ? { ...input, ReturnConsumedCapacity: 'INDEXES' } : input };
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1103515245) + 12345) & 0x7fffffff;
    return (this.#state >> 8) % limit;
  }
  #pick<T>(choices: readonly T[]): T {
    return choices[this.#below(choices.length)] as T;
  }
  #maybe<T>(make: () => T): T | undefined {
    return this.#below(2) === 0 ? make() : undefined;
  }

  #put(): Request {
    const condition = this.#maybe(() => this.#pick(conditions));
    const returned = { ReturnValues: 'ALL_OLD', ReturnValuesOnConditionCheckFailure: this.#pick(['ALL_OLD', 'NONE']) };
    return {
      command: 'PutItem',
      input: {
        TableName: 'core',
        Item: this.#item(),
        ...this.#expressions({ ConditionExpression: condition }),
        ...returned,
      },
    };
  }
  #update(): Request {
    const expressions = {
      UpdateExpression: this.#pick(updates),
      ConditionExpression: this.#maybe(() => this.#pick(conditions)),
    };
    const returned = {
      ReturnValues: this.#pick(['ALL_NEW', 'UPDATED_NEW', 'ALL_OLD', 'UPDATED_OLD']),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
    const input = { TableName: 'core', Key: this.#key(), ...this.#expressions(expressions), ...returned };
    return { command: 'UpdateItem', input };
  }
  #delete(): Request {
    const condition = this.#maybe(() => this.#pick(conditions));
    const returned = { ReturnValues: 'ALL_OLD', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    return {
      command: 'DeleteItem',
      input: {
        TableName: 'core',
        Key: this.#key(),
        ...this.#expressions({ ConditionExpression: condition }),
        ...returned,
      },
    };
  }
  #get(): Request {
    const projection = this.#maybe(() => this.#pick(projections));
    const expressions = this.#expressions({ ProjectionExpression: projection });
    return { command: 'GetItem', input: { TableName: 'core', Key: this.#key(), ConsistentRead: true, ...expressions } };
  }
  #query(): Request {
    const expressions = {
      KeyConditionExpression: this.#pick(keyConditions),
      FilterExpression: this.#maybe(() => this.#pick(filters)),
      ProjectionExpression: this.#maybe(() => this.#pick(projections)),
    };
    const paging = { ScanIndexForward: this.#below(2) === 0, Limit: this.#maybe(() => 1 + this.#below(3)) };
    return { command: 'Query', input: { TableName: 'core', ...this.#expressions(expressions), ...paging } };
  }
  #queryIndex(): Request {
    const [IndexName, condition] = this.#pick(indexConditions);
    const expressions = {
      KeyConditionExpression: condition,
      FilterExpression: this.#maybe(() => this.#pick(filters)),
      ProjectionExpression: this.#maybe(() => this.#pick(projections)),
    };
    const ScanIndexForward = this.#below(2) === 0;
    return {
      command: 'Query',
      input: { TableName: 'core', IndexName, ...this.#expressions(expressions), ScanIndexForward },
    };
  }
  #scan(): Request {
    const expressions = this.#expressions({ FilterExpression: this.#maybe(() => this.#pick(conditions)) });
    return { command: 'Scan', input: { TableName: 'core', ...expressions, Select: this.#maybe(() => 'COUNT') } };
  }
  #transactWrite(): Request {
    const steps = [
      (Key: Values) => {
        const condition = this.#maybe(() => this.#pick(conditions));
        return { Put: { Item: this.#item(Key), ...this.#expressions({ ConditionExpression: condition }) } };
      },
      (Key: Values) => {
        const condition = this.#maybe(() => this.#pick(conditions));
        const expressions = { UpdateExpression: this.#pick(updates), ConditionExpression: condition };
        return { Update: { Key, ...this.#expressions(expressions) } };
      },
      (Key: Values) => {
        const expressions = { ConditionExpression: this.#pick(conditions) };
        return { ConditionCheck: { Key, ...this.#expressions(expressions) } };
      },
      (Key: Values) => ({ Delete: { Key } }),
    ];
    const returned = { TableName: 'core', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    const TransactItems = this.#keys(3).map((Key) => {
      const [[kind, request]] = Object.entries(this.#pick(steps)(Key)) as [[string, object]];
      return { [kind]: { ...request, ...returned } };
    });
    return { command: 'TransactWriteItems', input: { TransactItems } };
  }
  #transactGet(): Request {
    const get = (Key: Values) => ({ Get: { TableName: 'core', Key } });
    return { command: 'TransactGetItems', input: { TransactItems: this.#keys(3).map(get) } };
  }
  #batchGet(): Request {
    const Keys = this.#keys(4);
    const expressions = this.#expressions({ ProjectionExpression: this.#maybe(() => this.#pick(projections)) });
    return { command: 'BatchGetItem', input: { RequestItems: { core: { Keys, ...expressions } } } };
  }
  #batchWrite(): Request {
    const write = (Key: Values) =>
      this.#below(2) === 0 ? { PutRequest: { Item: this.#item(Key) } } : { DeleteRequest: { Key } };
    return { command: 'BatchWriteItem', input: { RequestItems: { core: this.#keys(3).map(write) } } };
  }

  #key(): Values {
    return { pk: { S: `p${this.#below(3)}` }, sk: { S: this.#pick(sortKeys) } };
  }
  /** One key or some more, all different. */
  #keys(most: number): Values[] {
    const keys = Array.from({ length: 1 + this.#below(most) }, () => this.#key());
    return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  }
  #item(key: Values = this.#key()): Values {
    return {
      ...key,
      ...this.#maybe(() => ({ kind: { S: this.#pick(['G', 'H']) } })),
      ...this.#maybe(() => ({ score: { N: String(this.#below(100) - 50) } })),
      ...this.#maybe(() => ({ owner: { S: this.#pick(['o1', 'o2']) } })),
      ...this.#maybe(() => ({ v: this.#value() })),
      ...this.#maybe(() => ({ v: this.#value() })),
    };
  }
  #value(): AttributeValue {
    return this.#pick<AttributeValue>([
      { S: this.#pick(['x', '', '市长']) },
      { N: this.#pick(['1', '-2.50', '1e3', '007', '0']) },
      { BOOL: this.#below(2) === 0 },
      { NULL: true },
      { L: [{ S: 'a' }, { N: '2' }] },
      { M: { k: { L: [{ N: '1' }] }, s: { S: 'q' } } },
      { SS: ['b', 'a'] },
      { NS: ['1', '2'] },
      { B: Buffer.from('a') },
    ]);
  }

  /** The expressions that are set, with a value for each placeholder in them. */
  #expressions(expressions: Record<string, string | undefined>): Record<string, unknown> {
    const text = Object.values(expressions).join(' ');
    const values: Values = {
      ':v': this.#value(),
      ':n': { N: this.#pick(['1', '3', '10']) },
      ':m': { N: '50' },
      ':c': { S: this.#pick(['c', 'c#', 'G']) },
      ':z': { S: this.#pick(['c#2', 'z']) },
      ':a': { S: 'a' },
      ':e': { S: '' },
      ':t': { S: this.#pick(['S', 'L', 'BOOL']) },
      ':map': { M: { k: { L: [{ N: '1' }] } } },
      ':l': { L: [{ S: 'n' }] },
      ':ss': { SS: [this.#pick(['a', 'b', 'c'])] },
      ':p': { S: `p${this.#below(3)}` },
      ':g': { S: this.#pick(['G', 'H', 'o1']) },
    };
    const used = Object.entries(values).filter(([name]) => new RegExp(`${name}\\b`).test(text));
    return {
      ...Object.fromEntries(Object.entries(expressions).filter(([, expression]) => expression !== undefined)),
      ...(used.length > 0 && { ExpressionAttributeValues: Object.fromEntries(used) }),
      ...(text.includes('#owner') && { ExpressionAttributeNames: { '#owner': 'owner' } }),
    };
  }
}

const sortKeys = ['a', 'b', 'c#1', 'c#2', '中', 'z'];

const filters = [
  'v = :v',
  'v <> :v',
  'attribute_exists(v)',
  'size(v) > :n',
  'contains(v, :a)',
  'v IN (:v, :n)',
  'attribute_type(v, :t) OR m.k[0] = :n',
  'v BETWEEN :e AND :z',
  'v < :z OR v >= :v',
  'v = :v AND NOT attribute_exists(l)',
];

const conditions = [
  ...filters,
  'attribute_not_exists(pk)',
  'attribute_exists(pk)',
  'begins_with(sk, :c)',
  'score BETWEEN :n AND :m',
  'score = :n',
  'version = :n',
  'attribute_exists(m.k)',
  'NOT attribute_type(v, :t)',
  'score < :m AND (attribute_exists(v) OR #owner = :g)',
];

const updates = [
  'SET v = :v',
  'SET version = if_not_exists(version, :n) + :n',
  'ADD version :n',
  'REMOVE v',
  'REMOVE kind, v',
  'SET m = :map',
  'SET m.k[0] = :v',
  'SET m.k = list_append(m.k, :l)',
  'ADD st :ss',
  'DELETE st :ss',
  'SET l = list_append(if_not_exists(l, :l), :l) REMOVE v',
  'REMOVE l[0]',
  'SET kind = :g, score = :m',
  'SET #owner = :g ADD version :n',
  'SET v = v + :n',
  'SET l[1] = :v ADD version :n',
  'SET pk = :p',
];

const projections = ['pk, v', 'pk, m.k[0], v, l[1]', '#owner, version'];

const keyConditions = [
  'pk = :p',
  'pk = :p AND begins_with(sk, :c)',
  'pk = :p AND sk >= :c',
  'pk = :p AND sk < :z',
  'pk = :p AND sk BETWEEN :a AND :z',
  'pk = :p AND sk = :a',
];

const indexConditions: readonly (readonly [string, string])[] = [
  ['by-kind', 'kind = :g'],
  ['by-kind', 'kind = :g AND score > :n'],
  ['by-kind', 'kind = :g AND score BETWEEN :n AND :m'],
  ['by-kind', 'kind = :g AND score <= :m'],
  ['by-owner', '#owner = :g'],
];
