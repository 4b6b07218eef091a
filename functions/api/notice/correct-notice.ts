import { periodFrom } from '#domain/public-notice/draft';
import { correctNotice } from '#domain/public-notice/prepare';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { standingFor } from './standing.ts';

export const handler = http(routes.correctNotice, async ({ params, body, actor, deps }) => {
  const wrong = await deps.notices.published(params.noticeId);
  requireRole(actor, 'office', wrong.programmeId);
  const cycle = await deps.cycles.get(wrong.cycleId);
  const standing = await standingFor(cycle, wrong.kind, deps);
  const named = { ...body, noticeId: deps.newId('ntc'), listId: deps.newId('lst') };
  const outcome = correctNotice(wrong, standing, named, { actor, now: deps.now() });
  periodFrom(deps.now(), cycle.rules, standing.programme.calendars);
  return deps.notices.order(outcome, standing.earlier.length);
});
