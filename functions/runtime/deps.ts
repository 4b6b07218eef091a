import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { instantOf } from '#domain/calendar/civil';
import type { Table } from '../store/table.ts';
import { answers } from '../store/answers.ts';
import { applications } from '../store/applications.ts';
import { audit } from '../store/audit.ts';
import { cycles } from '../store/cycles.ts';
import { lists } from '../store/lists.ts';
import { people } from '../store/people.ts';
import { programmes } from '../store/programmes.ts';
import { clockOffset, readConfig } from './config.ts';

/*
 * The composition root: clients are built here and nowhere else, once per warm function. Every request gets stores of
 * its own (they know the request's idempotency key), which costs a few closures.
 */
const config = readConfig();

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

const millis = () => Date.now() + clockOffset();

/** What a handler may use. `now` is the award's time (UTC); ids are prefixed ULIDs: `app_01J…`. */
export function createDeps(idempotency?: Table['idempotency']) {
  const now = () => instantOf(millis());
  const newId = (prefix: string) => `${prefix}_${ulid(millis())}`;
  const table: Table = { documents, core: config.CORE_TABLE, audit: config.AUDIT_TABLE, newId, now, idempotency };
  return {
    config,
    now,
    newId,
    /** SHA-256, hex. */
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
    answers: answers(table),
    applications: applications(table),
    audit: audit(table),
    cycles: cycles(table),
    lists: lists(table),
    people: people(table),
    programmes: programmes(table),
  };
}
export type Deps = ReturnType<typeof createDeps>;
