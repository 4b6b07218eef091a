import { requireRole } from '#domain/require-role';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listMeetings, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'committeeMember', 'auditor'], cycle.programmeId);
  const page = await deps.meetings.ofCycle(params.cycleId, query);
  const closed = await deps.conflicts.closed();
  return { ...page, items: page.items.map((m) => meetingFor(actor, m, closed)) };
});
