import { announce } from '#domain/cycle/announce';
import { phaseOf } from '#domain/cycle/cycle';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.announceCycle, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const { items } = await deps.cycles.ofProgramme(cycle.programmeId, {});
  const others = items.filter((c) => c.cycleId !== cycle.cycleId);
  const now = deps.now();
  const outcome = announce(cycle, body, others, { actor, now });
  const answer = { ...outcome.next, phase: phaseOf(outcome.next, now) };
  await deps.cycles.save(outcome, [], answer);
  return answer;
});
