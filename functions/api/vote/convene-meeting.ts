import { conveneMeeting } from '#domain/vote/convene';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { refuseUnlessSeesAll } from '../cycle/refuse-unless-sees-all.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.conveneMeeting, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  await refuseUnlessSeesAll(deps, cycle.cycleId, 'CommitteeVote');
  const members = await deps.people.holders(cycle.programmeId, 'committeeMember');
  const recommended = {
    inStage: await Array.fromAsync(deps.applications.inStage(cycle.cycleId, 'CommitteeVote')),
    earlier: await Array.fromAsync(deps.lists.ofKind(cycle.cycleId, 'voteResult')),
  };
  const earlier = await Array.fromAsync(deps.meetings.allOfCycle(cycle.cycleId));
  const facts = { members, recommended, earlier };
  const outcome = conveneMeeting(cycle, deps.newId('mtg'), body, facts, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, await deps.conflicts.closed());
  await deps.meetings.convene(outcome, answer);
  return answer;
});
