import { draftNotice, periodFrom } from '#domain/public-notice/draft';
import { absences } from '#domain/public-notice/standing';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { previewPage } from './preview-page.ts';

export const handler = http(routes.previewNotice, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  const { kind, limit = 100, cursor: from } = query;
  const { items, cursor } = await previewPage({ cycleId: cycle.cycleId, kind, limit, cursor: from }, deps);
  const { entries, out } = draftNotice(items, { kind });
  return {
    kind,
    ...periodFrom(deps.now(), cycle.rules, calendars),
    entries,
    out: out.map((a) => ({ ...a, reason: absences[a.because] })),
    cursor,
  };
});
