import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '#domain/actor';
import type { Instant } from '#domain/record';

/** Where the records are, and in whose request. A store is made for one request and forgotten after it. */
export interface Table {
  readonly documents: DynamoDBDocumentClient;
  readonly core: string;
  readonly audit: string;
  readonly newId: (prefix: string) => string;
  readonly now: () => Instant;
  /** The key under which a repeat of this request gets the first answer; absent for steps and events. */
  readonly idempotency?: { readonly actor: Actor; readonly key: string; readonly requestHash: string } | undefined;
}

/** A key of the core table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Index attributes of an item; see names.ts for what each index holds. */
export interface IndexKeys {
  readonly listPk?: string;
  readonly listSk?: string;
  readonly partyPk?: string;
  readonly partySk?: string;
  readonly duePk?: string | undefined;
  readonly dueSk?: string | undefined;
}

/** One more item of the same transaction. */
export interface Companion {
  readonly key: Key;
  readonly put?: Record<string, unknown>;
  readonly remove?: true;
  /** Refuse the whole save when the item exists; the caller is told by this code. */
  readonly mustBeNew?: true;
}
