import { requestCorrection } from '#domain/eligibility/request-correction';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.requestCorrection, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const { rules } = await deps.cycles.get(application.cycleId);
  const { calendars } = await deps.programmes.get(application.programmeId);
  const request = { items: body.items, rules, calendars };
  return deps.applications.save(requestCorrection(application, request, { actor, now: deps.now() }));
});
