import { summaryOf } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listSharedApplications, async ({ query, actor, deps }) => {
  const page = await deps.applications.sharedWith(actor.personId, query);
  return { ...page, items: page.items.map(summaryOf) };
});
