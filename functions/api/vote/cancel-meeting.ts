import { cancelMeeting } from '#domain/vote/convene';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.cancelMeeting, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  const outcome = cancelMeeting(meeting, body.reason, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, await deps.conflicts.closed());
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
