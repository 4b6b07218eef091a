import { endCorrection } from '#domain/eligibility/end-correction';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.endCorrection, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(endCorrection(application, { actor, now: deps.now() }));
});
