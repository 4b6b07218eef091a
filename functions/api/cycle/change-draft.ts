import { shown } from '#domain/cycle/cycle';
import { changeDraft } from '#domain/cycle/draft';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { groundOf } from './ground.ts';

export const handler = http(routes.changeDraft, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const ground = await groundOf(deps, cycle.programmeId, body, cycle.cycleId);
  const now = deps.now();
  const outcome = changeDraft(cycle, body, ground, { actor, now });
  const answer = shown(outcome.next, now);
  await deps.cycles.save(outcome, [], answer);
  return answer;
});
