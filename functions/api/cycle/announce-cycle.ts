import { announce } from '#domain/cycle/announce';
import { shown } from '#domain/cycle/cycle';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.announceCycle, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  const others = await deps.cycles.others(cycle.programmeId, cycle.cycleId);
  const now = deps.now();
  const published = announce(cycle, body, { others, calendars, newId: deps.newId }, { actor, now });
  const answer = shown(published.cycle.next, now);
  await deps.cycles.announce(published, others, answer);
  return answer;
});
