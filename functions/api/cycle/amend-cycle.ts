import { amend } from '#domain/cycle/amend';
import { shown } from '#domain/cycle/cycle';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.amendCycle, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const resolution = await deps.resolutions.get(body.resolutionId);
  const now = deps.now();
  const amended = amend(cycle, body, { resolution, publicationId: deps.newId('pub') }, { actor, now });
  const answer = shown(amended.cycle.next, now);
  await deps.cycles.amend(amended, answer);
  return answer;
});
