import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listMyDuties, ({ query, actor, deps }) =>
  deps.duties.ofPerson(actor.personId, query),
);
