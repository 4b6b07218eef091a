import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { fileMinutes } from '#domain/vote/file-minutes';
import { hiddenFrom } from '#domain/vote/hidden';
import { minutesPaper } from '#domain/vote/minutes';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { filePaper } from '#functions/runtime/papers';
import { routes } from '../routes.ts';
import { filingOf } from './filing-of.ts';

export const handler = http(routes.printMinutes, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, ['office', 'committeeMember'], meeting.programmeId);
  const hidden = hiddenFrom(meeting, actor, await deps.conflicts.closed());
  refuseUnless(hidden.size === 0, 'conflict.with-one-of-them');
  const { about, folder, until } = await filingOf(meeting, deps);
  const papers = await filePaper(deps, minutesPaper(meeting, about, deps.now()), folder, { until });
  const outcome = fileMinutes(meeting, papers, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, await deps.conflicts.closed());
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
