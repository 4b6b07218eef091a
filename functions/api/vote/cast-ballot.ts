import { requireRole } from '#domain/require-role';
import { castBallot } from '#domain/vote/cast-ballot';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.castBallot, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const { outcome, sheet } = castBallot(meeting, body.choices, { actor, now: deps.now() });
  const answer = { accepted: true as const };
  await deps.meetings.cast(meeting, outcome, sheet, answer);
  return answer;
});
