import { shown } from '#domain/cycle/cycle';
import { draftCycle } from '#domain/cycle/draft';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { groundOf } from './ground.ts';

export const handler = http(routes.draftCycle, async ({ params: { programmeId }, body, actor, deps }) => {
  requireRole(actor, 'office', programmeId);
  const ground = await groundOf(deps, programmeId, body);
  const now = deps.now();
  const outcome = draftCycle(deps.newId('cyc'), body, ground, { actor, now });
  const answer = shown(outcome.next, now);
  await deps.cycles.save(outcome, [], answer);
  return answer;
});
