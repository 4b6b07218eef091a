import { jurisdictionsOf } from '#domain/actor';
import { recommendable } from '#domain/recommendation/recommend';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listRecommendable, async ({ query, actor, deps }) => {
  const cycle = await deps.cycles.get(query.cycleId);
  requireRole(actor, 'recommendingBody', cycle.programmeId);
  const jurisdictions = jurisdictionsOf(actor, cycle.programmeId);
  const chosen = query.jurisdiction ?? (jurisdictions.length === 1 ? jurisdictions[0] : undefined);
  refuseUnless(!!chosen && jurisdictions.includes(chosen), 'recommendation.jurisdiction-unclear', { jurisdictions });
  const page = await deps.jurisdictions.list(cycle.cycleId, chosen, query);
  return { ...page, items: page.items.map(recommendable) };
});
