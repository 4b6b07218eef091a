import { requireRole } from '#domain/require-role';
import { voteResultList } from '#domain/vote/convene';
import { declareVacancy } from '#domain/vote/vacancy';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { takenIn } from './candidates.ts';
import { rulesFor } from './rules-for.ts';

export const handler = http(routes.declareVacancy, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const rules = await rulesFor(meeting, deps);
  const resolution = await deps.resolutions.get(body.resolutionId);
  const circumstances = { actor, now: deps.now() };
  const closed = await deps.conflicts.closed();
  const closing = { rules, taken: await takenIn(meeting, deps), minutes: body.minutes, closed };
  const { outcome, entries } = declareVacancy(meeting, resolution, closing, circumstances);
  const list = entries && voteResultList(meeting, deps.newId('lst'), entries, circumstances);
  const answer = meetingFor(actor, outcome.next, closed);
  await deps.meetings.leaveVacant(outcome, list, resolution.resolutionId, answer);
  return answer;
});
