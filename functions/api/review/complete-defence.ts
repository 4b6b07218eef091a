import { completeDefence } from '#domain/defence/complete';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.completeDefence, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const { rules } = await deps.cycles.get(application.cycleId);
  return deps.applications.save(completeDefence(application, rules, { actor, now: deps.now() }));
});
