import { requireRole } from '#domain/require-role';
import { voidBallot } from '#domain/vote/open-ballot';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.voidBallot, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const closed = await deps.conflicts.closed();
  const outcome = voidBallot(meeting, { ...body, closed }, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, closed);
  await deps.meetings.declareVoid(meeting, outcome, answer);
  return answer;
});
