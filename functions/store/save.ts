import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AuditEvent } from '#domain/audit/event';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { linkHash } from './chain.ts';
import type { Companion, IndexKeys, Key, Table } from './table.ts';

/** The head every stored record has. */
export interface Stored {
  readonly version: number;
  readonly chain: { readonly sequence: number; readonly hash: string };
  readonly programmeId: string;
}

/** What a store knows of its kind of record. */
export interface Shape<T extends Stored> {
  readonly type: string;
  readonly id: (record: T) => string;
  readonly key: (id: string) => Key;
  readonly indexes?: (record: T) => IndexKeys;
}

type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const auditKey = (event: AuditEvent) => ({
  pk: `${event.recordType}#${event.recordId}`,
  sk: String(event.sequence).padStart(8, '0'),
  dayPk: `${event.programmeId}#${event.at.slice(0, 10)}`,
  daySk: `${event.at}#${event.eventId}`,
});

const chained = <T extends Stored>(table: Table, shape: Shape<T>, { next, events, actor, now }: Outcome<T>) => {
  let { sequence, hash } = next.chain;
  const entries = events.map((event): AuditEvent => {
    sequence += 1;
    const entry = {
      eventId: table.newId('evt'),
      recordType: shape.type,
      recordId: shape.id(next),
      programmeId: next.programmeId,
      sequence,
      at: now,
      actor: { personId: actor.personId, name: actor.name },
      ...event,
    };
    const previousHash = hash;
    hash = linkHash(previousHash, entry);
    return { ...entry, previousHash, hash };
  });
  return { entries, chain: { sequence, hash } };
};

const companionItem = (of: Table, { table, key, put, remove, mustBeFree, condition }: Companion): Item => {
  const TableName = table === 'ballots' ? of.ballots?.name : of.core;
  return remove
    ? { Delete: { TableName, Key: key } }
    : {
        Put: {
          TableName,
          Item: { ...key, ...put },
          ...(mustBeFree && {
            ConditionExpression: 'attribute_not_exists(pk) OR holder = :holder',
            ExpressionAttributeValues: { ':holder': put?.holder ?? '' },
          }),
          ...(condition && {
            ConditionExpression: condition.expression,
            ExpressionAttributeValues: condition.values,
          }),
        },
      };
};

/** The item that lets a repeat of the request find the first answer; DynamoDB removes it after a day. */
const idempotencyItem = ({ core, idempotency, now }: Table, answer: unknown): Item[] =>
  idempotency
    ? [
        {
          Put: {
            TableName: core,
            Item: {
              ...idempotencyKey(idempotency),
              type: 'idempotency',
              requestHash: idempotency.requestHash,
              answer: JSON.stringify(answer),
              ttl: Math.floor(Date.parse(now()) / 1000) + 86_400,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ]
    : [];

/** Where the first answer to a request with this key is kept. */
export const idempotencyKey = ({ actor, key }: NonNullable<Table['idempotency']>): Key => ({
  pk: `IDEMPOTENCY#${actor.personId}`,
  sk: key,
});

/** A decision about one record, with the shape of its kind. */
export interface Part {
  readonly loaded: number;
  readonly next: Stored;
  readonly items: Item[];
}

/** The items of a decision: the record, on condition that nobody saved it since it was loaded, and its events. */
export function part<T extends Stored>(table: Table, shape: Shape<T>, outcome: Outcome<T>): Part & { next: T } {
  const { entries, chain } = chained(table, shape, outcome);
  const loaded = outcome.next.version;
  const next = { ...outcome.next, version: loaded + 1, chain };
  const record: Item = {
    Put: {
      TableName: table.core,
      Item: {
        ...shape.key(shape.id(next)),
        type: shape.type,
        version: next.version,
        ...shape.indexes?.(next),
        data: next,
      },
      ...(loaded === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :loaded',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':loaded': loaded },
          }),
    },
  };
  const trail = entries.map((event): Item => ({
    Put: {
      TableName: table.audit,
      Item: { ...auditKey(event), ...event },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }));
  return { loaded, next, items: [record, ...trail] };
}

/**
 * Saves decisions that belong together, with what else belongs to them, in one transaction: all or nothing. `answer` is
 * what a repeat with the same idempotency key is given. Throws `Refused` record.changed when another save came first,
 * record.exists for a new record that is there, a companion's own code when another holds it.
 */
export async function saveTogether(
  table: Table,
  parts: readonly Part[],
  companions: readonly Companion[] = [],
  answer?: unknown,
): Promise<void> {
  const own = parts.flatMap((p) => p.items);
  const items = [
    ...own,
    ...companions.map((c) => companionItem(table, c)),
    ...idempotencyItem(table, answer ?? parts[0]?.next),
  ];
  try {
    await table.documents.send(new TransactWriteCommand({ TransactItems: items }));
  } catch (error) {
    throw explained(error, parts[0]?.loaded ?? 0, own.length, companions);
  }
}

/** Saves a decision about one record. */
export async function save<T extends Stored>(
  table: Table,
  shape: Shape<T>,
  outcome: Outcome<T>,
  companions: readonly Companion[] = [],
  answer?: unknown,
): Promise<T> {
  const single = part(table, shape, outcome);
  await saveTogether(table, [single], companions, answer);
  return single.next;
}

/** Which item stood in the way decides what the caller is told; anything unknown propagates. */
function explained(error: unknown, loaded: number, own: number, companions: readonly Companion[]): unknown {
  if (!(error instanceof TransactionCanceledException)) return error;
  const codes = (error.CancellationReasons ?? []).map((r) => r.Code);
  if (codes.includes('TransactionConflict')) return new Refused('record.changed');
  const clash = companions.find((_, i) => codes[own + i] === 'ConditionalCheckFailed');
  if (clash) return new Refused(clash.mustBeFree ?? 'record.changed');
  if (!codes.includes('ConditionalCheckFailed')) return error;
  return new Refused(loaded === 0 && codes[0] === 'ConditionalCheckFailed' ? 'record.exists' : 'record.changed');
}
