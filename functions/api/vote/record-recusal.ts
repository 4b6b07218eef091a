import { requireRole } from '#domain/require-role';
import { recuse } from '#domain/vote/recuse';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { rulesFor } from './rules-for.ts';

export const handler = http(routes.recordRecusal, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const rules = await rulesFor(meeting, deps);
  const closed = await deps.conflicts.closed();
  const outcome = recuse(meeting, body, { rules, closed }, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, closed);
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
