import type { Application } from '#domain/application/application';
import { requireRole } from '#domain/require-role';
import { conveneMeeting } from '#domain/vote/convene';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.conveneMeeting, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const members = (await deps.people.holders(cycle.programmeId, 'committeeMember')).map((h) => h.personId);
  const recommended: Application[] = [];
  for await (const a of deps.applications.inStage(cycle.cycleId, 'CommitteeVote')) recommended.push(a);
  const what = { ...body, meetingId: deps.newId('mtg') };
  const outcome = conveneMeeting(cycle, what, members, recommended, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next);
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
