import type { EventBridgeEvent } from 'aws-lambda';
import { systemActor } from '#domain/actor';
import { receiveDocument, removeDocument } from '#domain/document/upload';
import { event } from '#functions/runtime/event';

type ObjectCreated = EventBridgeEvent<'Object Created', { object: { key: string } }>;

/** A file arrived in staging: its size, hash and content are held against what was declared. */
export const handler = event<ObjectCreated, void>(async ({ event: { detail }, deps }) => {
  const document = await deps.documents.find(detail.object.key);
  if (document?.status !== 'awaited') return;
  const arrival = await deps.files.arrived(document.stagingKey);
  const circumstances = { actor: systemActor, now: deps.now() };
  const received = receiveDocument(document, arrival, circumstances);
  const replaced = document.replaces ? await deps.documents.find(document.replaces) : undefined;
  // The file that is replaced goes only when the one in its place is good.
  if (received.next.status === 'checked' && replaced && replaced.status !== 'removed')
    await deps.documents.saveBoth(received, removeDocument(replaced, false, circumstances));
  else await deps.documents.save(received);
});
