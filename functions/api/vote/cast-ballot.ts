import { requireRole } from '#domain/require-role';
import { castBallot } from '#domain/vote/cast-ballot';
import { recusedOnRecord } from '#domain/vote/recuse';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.castBallot, async ({ params, body, actor, deps }) => {
  const stored = await deps.meetings.get(params.meetingId);
  const closed = await deps.conflicts.closed();
  const mine = (personId: string, id: string) => personId === actor.personId && closed.has(id);
  const { meeting, events } = recusedOnRecord(stored, mine, deps.now());
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const { outcome, sheet } = castBallot(meeting, body.choices, { actor, now: deps.now() });
  const answer = { accepted: true as const };
  await deps.meetings.cast(stored, { ...outcome, events: [...events, ...outcome.events] }, sheet, answer);
  return answer;
});
