import { retainUntil } from '#domain/application/submit';
import { requireRole } from '#domain/require-role';
import { fileMinutes } from '#domain/vote/file-minutes';
import { minutesPaper } from '#domain/vote/minutes';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { filePaper } from '#functions/runtime/papers';
import { routes } from '../routes.ts';

export const handler = http(routes.printMinutes, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, ['office', 'committeeMember'], meeting.programmeId);
  const cycle = await deps.cycles.get(meeting.cycleId);
  const folder = `${cycle.programmeId}/${cycle.cycleId}/minutes/${meeting.meetingId}`;
  const papers = await filePaper(deps, minutesPaper(meeting, cycle, deps.now()), folder, { until: retainUntil(cycle) });
  const outcome = fileMinutes(meeting, papers, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next);
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
