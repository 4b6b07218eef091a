import { endDefence } from '#domain/defence/hold';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.endDefence, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(endDefence(application, { actor, now: deps.now() }));
});
