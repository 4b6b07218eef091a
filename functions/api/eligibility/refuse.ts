import { refuse } from '#domain/eligibility/refuse';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.refuse, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(refuse(application, body, { actor, now: deps.now() }));
});
