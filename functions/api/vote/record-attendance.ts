import { requireRole } from '#domain/require-role';
import { recordAttendance } from '#domain/vote/ballot';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordAttendance, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'office', meeting.programmeId);
  const outcome = recordAttendance(meeting, body, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next);
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
