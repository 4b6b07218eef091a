import type { DatabaseSync } from 'node:sqlite';
import type { AwardClock, Millis } from '../contracts.ts';

/** A message nobody could handle. */
export interface FailedMessage {
  readonly id: number;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Award time. */
  readonly at: Millis;
}

/** The template's dead-letter queues: kept for people to read, as the local cloud has no SQS clients. */
export interface Queues {
  send(queueArn: string, body: string, attributes?: Readonly<Record<string, string>>): void;
  /** The newest first. */
  list(queueArn: string, limit?: number): FailedMessage[];
  /** Messages by queue, queues without any left out. */
  counts(): Readonly<Record<string, number>>;
}

/** Queues in `database`. */
export function createQueues(database: DatabaseSync, clock: AwardClock): Queues {
  const insert = database.prepare('INSERT INTO message (queue, body, attributes, at) VALUES (?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM message WHERE queue = ? ORDER BY id DESC LIMIT ?');
  const count = database.prepare('SELECT queue, count(*) AS n FROM message GROUP BY queue');
  return {
    send(queueArn, body, attributes = {}) {
      insert.run(queueArn, body, JSON.stringify(attributes), clock.now());
    },
    list: (queueArn, limit = 50) =>
      select.all(queueArn, limit).map((row) => ({
        id: Number(row['id']),
        body: String(row['body']),
        attributes: JSON.parse(String(row['attributes'])) as Record<string, string>,
        at: Number(row['at']),
      })),
    counts: () => Object.fromEntries(count.all().map((row) => [String(row['queue']), Number(row['n'])])),
  };
}
