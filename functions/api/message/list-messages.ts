import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listMessages, ({ query, actor, deps }) => deps.messages.of(actor.personId, query));
