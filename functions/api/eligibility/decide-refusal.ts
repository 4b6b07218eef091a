import { decideRefusal } from '#domain/eligibility/propose-refusal';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.decideRefusal, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.decideRefusal(decideRefusal(application, body, { actor, now: deps.now() }));
});
