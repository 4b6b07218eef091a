import { planOnSite } from '#domain/on-site/plan';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.planOnSite, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const criteria = await deps.editions.ofCycle(cycle, application.kind);
  const outcome = planOnSite(application, body, criteria, { actor, now: deps.now() });
  const { applicationId, stage, onSite = {} } = outcome.next;
  const answer = { applicationId, stage, onSite };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
