import { requireRole } from '#domain/require-role';
import { decideByVote } from '#domain/revocation/committee';
import { closeBallot } from '#domain/vote/close-ballot';
import { voteResultList } from '#domain/vote/convene';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { strikesOf, takenIn } from './candidates.ts';
import { currentMeeting } from './recusals.ts';
import { rulesFor } from './rules-for.ts';

export const handler = http(routes.closeBallot, async ({ params, body, actor, deps }) => {
  const { meeting, events, late } = await currentMeeting(await deps.meetings.get(params.meetingId), deps);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const rules = await rulesFor(meeting, deps);
  const circumstances = { actor, now: deps.now() };
  const known = { strikes: await strikesOf(meeting, deps), taken: await takenIn(meeting, deps), rules };
  const box = meeting.ballot ? await deps.meetings.count(meeting) : {};
  const closed = await deps.conflicts.closed();
  const counted = closeBallot(meeting, { ...known, ...body, box, late, closed }, circumstances);
  const outcome = { ...counted.outcome, events: [...events, ...counted.outcome.events] };
  const answer = meetingFor(actor, outcome.next, closed);
  if (meeting.revocationId) {
    const revocation = await deps.revocations.get(meeting.revocationId);
    await deps.meetings.decide(meeting, outcome, decideByVote(revocation, outcome.next, circumstances), answer);
    return answer;
  }
  const { entries } = counted;
  const list = entries && voteResultList(meeting, deps.newId('lst'), entries, circumstances);
  await deps.meetings.close(meeting, outcome, list, answer);
  return answer;
});
