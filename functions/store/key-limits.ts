import * as z from 'zod';
import { Refused } from '#domain/refused';
import type { Key } from './table.ts';

/*
 * Ids and cursors come from the caller. DynamoDB answers a key that it would never take with an error of its own, which
 * would reach the caller as a fault of ours; nothing is stored under such a key, so it is simply not found.
 */
const part = (bytes: number) => z.string().refine((text) => text !== '' && Buffer.byteLength(text) <= bytes);
const partitionKey = part(2048);
const sortKey = part(1024);

/** Whether DynamoDB would take the text as a partition key. */
export const isPartitionKey = (text: string): boolean => partitionKey.safeParse(text).success;

/** Whether DynamoDB would take the key. */
export const isKey = ({ pk, sk }: Key): boolean => isPartitionKey(pk) && sortKey.safeParse(sk).success;

const notACursor = () =>
  new Refused('request.invalid', { fields: [{ path: 'query.cursor', problem: 'not a cursor of this list' }] });

/** Throws `Refused` request.invalid unless the cursor can be a sort key; an empty one is none. */
export function refuseUnlessSortKey(cursor: string | undefined): void {
  if (cursor && !sortKey.safeParse(cursor).success) throw notACursor();
}

/** A list in an index: its key attributes, its partition, and what its sort keys begin with. */
interface Listed {
  readonly names: readonly [string, string];
  readonly pk: string;
  readonly prefix?: string | undefined;
}

/** The key at which a page begins, as the page before it gave it away. Throws `Refused` request.invalid. */
export function startOfPage(cursor: string | undefined, { names, pk, prefix }: Listed) {
  if (!cursor) return undefined;
  const [pkName, skName] = names;
  const key = z.strictObject({
    pk: partitionKey,
    sk: sortKey,
    [pkName]: z.literal(pk),
    [skName]: sortKey.refine((sk) => sk.startsWith(prefix ?? '')),
  });
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw notACursor();
  }
}
