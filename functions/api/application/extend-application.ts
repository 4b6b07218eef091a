import { extend } from '#domain/application/extend';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.extendApplication, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const outcome = extend(application, { cycle, ...body }, { actor, now: deps.now() });
  await deps.applications.save(outcome, [], outcome.next);
  return outcome.next;
});
