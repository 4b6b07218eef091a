import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listLists, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'auditor', 'administrator'], cycle.programmeId);
  return deps.lists.ofCycle(cycle.cycleId, query);
});
