import { proposeRefusal } from '#domain/eligibility/propose-refusal';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { refusing } from './refusing.ts';

export const handler = http(routes.proposeRefusal, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const held = await refusing(deps, application);
  return deps.applications.save(proposeRefusal(application, { ...body, ...held }, { actor, now: deps.now() }));
});
