import { flaggedSummaryOf } from '#domain/application/views';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listApplications, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'auditor'], cycle.programmeId);
  const page = await deps.applications.ofCycle(params.cycleId, query, query.stage);
  // Drafts belong to their applicants alone until they are handed in.
  return { ...page, items: page.items.filter((a) => a.stage !== 'Draft').map(flaggedSummaryOf) };
});
