import { conveneOnRevocation } from '#domain/revocation/committee';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.conveneRevocationMeeting, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const winner = await deps.winners.get(revocation.certificateNumber);
  const ground = {
    meetingId: deps.newId('mtg'),
    winner,
    application: winner.applicationId ? await deps.applications.find(winner.applicationId) : undefined,
    members: await deps.people.holders(revocation.programmeId, 'committeeMember'),
    earlier: await Array.fromAsync(deps.meetings.allOnRevocation(revocation.revocationId)),
  };
  const convened = conveneOnRevocation(revocation, body, ground, { actor, now: deps.now() });
  const answer = meetingFor(actor, convened.meeting.next, await deps.conflicts.closed());
  await deps.meetings.conveneOnRevocation(convened, answer);
  return answer;
});
