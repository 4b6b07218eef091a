import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showMe, async ({ claims, actor, deps }) => {
  const person = await deps.people.find(actor.personId);
  return {
    registered: person !== undefined,
    ...(person && { person }),
    name: person?.name ?? claims?.name ?? '',
    email: person?.email ?? claims?.email ?? '',
  };
});
