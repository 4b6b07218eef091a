import { requireRole } from '#domain/require-role';
import { checkOut } from '#domain/vote/attendance';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { rulesFor } from './rules-for.ts';

export const handler = http(routes.checkOut, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const rules = await rulesFor(meeting, deps);
  const outcome = checkOut(meeting, rules, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, await deps.conflicts.closed());
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
