import { passEligibility } from '#domain/eligibility/pass';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.passEligibility, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const { findings } = body;
  return deps.applications.save(passEligibility(application, { cycle, findings }, { actor, now: deps.now() }));
});
