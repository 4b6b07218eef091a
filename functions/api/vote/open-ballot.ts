import { requireRole } from '#domain/require-role';
import { openBallot } from '#domain/vote/ballot';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.openBallot, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'office', meeting.programmeId);
  const { rules } = await deps.cycles.get(meeting.cycleId);
  const outcome = openBallot(meeting, rules, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next);
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
