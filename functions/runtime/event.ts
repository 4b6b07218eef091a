import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { AuditEvent } from '#domain/audit/event';
import { eventInImage } from '../store/stream-image.ts';
import type { Deps } from './deps.ts';
import { createDeps } from './deps.ts';
import { count, logger, observed } from './observe.ts';

/** The stack of scheduled jobs and bucket events: whatever fails is retried by the sender and ends in its queue. */
export const event = <E, R>(handle: (call: { event: E; deps: Deps }) => Promise<R>) =>
  observed(
    middy<E, R>().handler(async (received: E) => {
      const result = await handle({ event: received, deps: createDeps() });
      count('JobsDone');
      return result;
    }),
  );

/**
 * The stack of the audit stream's consumers: one event after the other, in order. The first that fails stops the batch
 * there (the stream gives it again from that one on), so a consumer sees each record's events in order, at least once.
 */
export const auditStream = (handle: (call: { happened: AuditEvent; deps: Deps }) => Promise<void>) =>
  observed(
    middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
      const deps = createDeps();
      for (const { dynamodb, eventName } of Records) {
        const happened = eventName === 'INSERT' ? eventInImage(dynamodb?.NewImage) : undefined;
        if (!happened) continue;
        try {
          await handle({ happened, deps });
          count('EventsDelivered');
        } catch (error) {
          logger.error('event not delivered', { error: error as Error, eventId: happened.eventId });
          return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
        }
      }
      return { batchItemFailures: [] };
    }),
  );
