import { requireRole } from '#domain/require-role';
import { closeBallot } from '#domain/vote/close-ballot';
import { voteResultList } from '#domain/vote/convene';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { strikesOf, takenIn } from './candidates.ts';

export const handler = http(routes.closeBallot, async ({ params, body, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, 'committeeMember', meeting.programmeId);
  const { rules } = await deps.cycles.get(meeting.cycleId);
  const circumstances = { actor, now: deps.now() };
  const known = { strikes: await strikesOf(meeting, deps), taken: await takenIn(meeting, deps), rules };
  const box = meeting.ballot ? await deps.meetings.count(meeting) : {};
  const { outcome, entries } = closeBallot(meeting, { ...known, ...body, box }, circumstances);
  const list = entries && voteResultList(meeting, deps.newId('lst'), entries, circumstances);
  const answer = meetingFor(actor, outcome.next);
  await deps.meetings.close(meeting, outcome, list, answer);
  return answer;
});
