import { decideLifting } from '#domain/suspension/lift';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.decideLifting, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(decideLifting(application, body, { actor, now: deps.now() }));
});
