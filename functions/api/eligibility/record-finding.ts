import { recordFinding } from '#domain/eligibility/record-finding';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordFinding, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const finding = { ...body, item: params.item };
  return deps.applications.save(recordFinding(application, { finding, cycle }, { actor, now: deps.now() }));
});
