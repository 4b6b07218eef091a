import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.readMessage, async ({ params, actor, deps }) => {
  const readAt = deps.now();
  await deps.messages.markRead(actor.personId, params.messageId, readAt);
  return { readAt };
});
