import { previewRecommendedList } from '#domain/ranking/recommended-list';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { applicationsIn } from './candidates.ts';

export const handler = http(routes.previewRecommendedList, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'auditor'], cycle.programmeId);
  const inStage = await applicationsIn(deps, cycle.cycleId, 'Recommendation');
  const underWay = await applicationsIn(deps, cycle.cycleId, 'MaterialReview', 'Defence', 'OnSiteReview');
  return previewRecommendedList(cycle, inStage, underWay);
});
