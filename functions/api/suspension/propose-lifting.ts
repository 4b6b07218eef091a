import { proposeLifting } from '#domain/suspension/lift';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.proposeLifting, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(proposeLifting(application, body, { actor, now: deps.now() }));
});
