import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { AwsError } from '../contracts.ts';

/** As long as DynamoDB knows a ClientRequestToken, on the machine's clock. */
const lifetime = 10 * 60 * 1000;
const keepsBetweenSweeps = 500;

/** The tokens of transactions that were done. Both are called inside the transaction. */
export interface RequestTokens {
  /** Whether this very request was done already. Throws IdempotentParameterMismatchException if another was. */
  seen(token: string, hash: string): boolean;
  keep(token: string, hash: string): void;
}

export function createRequestTokens(database: DatabaseSync, machineTime: () => number = Date.now): RequestTokens {
  const find = database.prepare('SELECT request FROM request_tokens WHERE token = ? AND real_time > ?');
  const keep = database.prepare('INSERT OR REPLACE INTO request_tokens VALUES (?, ?, ?)');
  const sweep = database.prepare('DELETE FROM request_tokens WHERE real_time <= ?');
  let kept = 0;

  return {
    seen(token, hash) {
      const row = find.get(token, machineTime() - lifetime);
      if (row === undefined) return false;
      if (row['request'] === hash) return true;
      throw new AwsError(
        'IdempotentParameterMismatchException',
        'The request uses the same client token as a previous, but non-identical request. ' +
          'Do not reuse a client token with different requests, unless the requests are identical.',
      );
    },
    keep(token, hash) {
      keep.run(token, hash, machineTime());
      kept += 1;
      if (kept % keepsBetweenSweeps === 1) sweep.run(machineTime() - lifetime);
    },
  };
}

/** The same for requests that say the same, whatever the order of their members. */
export function requestHash(request: unknown): string {
  return createHash('sha256').update(canonical(request)).digest('base64');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
