import { requireRole } from '#domain/require-role';
import { closeBallot } from '#domain/vote/close-ballot';
import { voteResultList } from '#domain/vote/convene';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.closeBallot, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const { rules } = await deps.cycles.get(meeting.cycleId);
  const circumstances = { actor, now: deps.now() };
  const { outcome, entries } = closeBallot(
    meeting,
    await deps.meetings.slips(meeting),
    body.minutes,
    rules,
    circumstances,
  );
  const list = voteResultList(meeting, deps.newId('lst'), entries, circumstances);
  const answer = meetingFor(actor, outcome.next);
  await deps.meetings.close(outcome, list, answer);
  return answer;
});
