import { handInAnnualReport } from '#domain/post-award/duty';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.handInAnnualReport, async ({ params, body, actor, deps }) => {
  const duty = await deps.duties.get(params.dutyId);
  return deps.duties.save(handInAnnualReport(duty, body, { actor, now: deps.now() }));
});
