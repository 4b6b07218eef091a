import { previewShortlist } from '#domain/ranking/shortlist';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { candidatesFor } from './candidates.ts';

export const handler = http(routes.previewShortlist, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'auditor'], cycle.programmeId);
  return previewShortlist(cycle, await candidatesFor(deps, cycle, 'shortlist', 'MaterialReview'));
});
