import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '#domain/actor';
import type { Instant } from '#domain/record';
import type { RefusalCode } from '#domain/refusals';
import type { BoxKey } from './seal.ts';

/** Where the records are, and in whose request. A store is made for one request and forgotten after it. */
export interface Table {
  readonly documents: DynamoDBDocumentClient;
  readonly core: string;
  readonly audit: string;
  readonly newId: (prefix: string) => string;
  readonly now: () => Instant;
  /** Whose request it is: what they have a conflict with is not there for them. Absent for steps and events. */
  readonly reader?: string | undefined;
  /** The table of ballot boxes and what seals them; only the function that runs the vote has it. */
  readonly ballots?: ({ readonly name: string } & BoxKey) | undefined;
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
  /** Where it lies; in the core table unless said otherwise. */
  readonly table?: 'ballots';
  readonly key: Key;
  readonly put?: Record<string, unknown>;
  readonly remove?: true;
  /** Refuse the whole save by this code when the item exists and another holds it (`put.holder`). */
  readonly mustBeFree?: RefusalCode;
  /** A condition of its own; when it fails the save is refused as record.changed. */
  readonly condition?: { readonly expression: string; readonly values: Record<string, unknown> };
}
