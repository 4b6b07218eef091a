import { correctMe } from '#domain/privacy/erase';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.correctMe, async ({ body, actor, deps }) =>
  deps.people.save(correctMe(await deps.people.get(actor.personId), body, { actor, now: deps.now() })),
);
