import type { EventBridgeEvent } from 'aws-lambda';
import { systemActor } from '#domain/actor';
import { receiveDocument } from '#domain/document/upload';
import { event } from '#functions/runtime/event';

type ObjectCreated = EventBridgeEvent<'Object Created', { object: { key: string } }>;

/** A file arrived in staging: its size, hash and content are held against what was declared. */
export const handler = event<ObjectCreated, void>(async ({ event: { detail }, deps }) => {
  const document = await deps.documents.find(detail.object.key);
  if (document?.status !== 'awaited') return;
  const arrival = await deps.files.arrived(document.stagingKey);
  await deps.documents.save(receiveDocument(document, arrival, { actor: systemActor, now: deps.now() }));
});
