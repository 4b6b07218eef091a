import { requireRole } from '#domain/require-role';
import { allowNominationAfterFailure } from '#domain/vote/vacancy';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.allowNominationAfterFailure, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const resolution = await deps.resolutions.get(body.resolutionId);
  const closed = await deps.conflicts.closed();
  const outcome = allowNominationAfterFailure(meeting, { resolution, closed }, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, closed);
  await deps.meetings.allow(outcome, resolution.resolutionId, answer);
  return answer;
});
