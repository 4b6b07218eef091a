import { draftNotice } from '#domain/public-notice/draft';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { sourceOf } from './source.ts';

export const handler = http(routes.previewNotice, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  return draftNotice({ ...(await sourceOf(cycle, query.kind, deps)), rules: cycle.rules }, deps.now());
});
