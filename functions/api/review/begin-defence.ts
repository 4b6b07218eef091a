import { beginDefence } from '#domain/defence/hold';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.beginDefence, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const { rules } = await deps.cycles.get(application.cycleId);
  return deps.applications.save(beginDefence(application, rules, { actor, now: deps.now() }));
});
