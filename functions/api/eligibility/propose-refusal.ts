import { proposeRefusal } from '#domain/eligibility/propose-refusal';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.proposeRefusal, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(proposeRefusal(application, body, { actor, now: deps.now() }));
});
