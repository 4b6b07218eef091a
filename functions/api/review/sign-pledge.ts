import { signPledge } from '#domain/review/pledge';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.signPledge, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  return deps.pledges.save(signPledge(cycle, body, { actor, now: deps.now() }));
});
