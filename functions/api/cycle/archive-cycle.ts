import { archiveCycle } from '#domain/cycle/complete';
import { shown } from '#domain/cycle/cycle';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.archiveCycle, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const now = deps.now();
  const outcome = archiveCycle(cycle, await deps.underWay.hasRevocation(cycle), { actor, now });
  const answer = shown(outcome.next, now);
  await deps.cycles.save(outcome, [], answer);
  return answer;
});
