import { openBallot } from '#domain/vote/open-ballot';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { strikesOf, takenIn } from './candidates.ts';
import { currentMeeting } from './recusals.ts';
import { rulesFor } from './rules-for.ts';

export const handler = http(routes.openBallot, async ({ params, body, actor, deps }) => {
  const { meeting, events } = await currentMeeting(await deps.meetings.get(params.meetingId), deps);
  const rules = await rulesFor(meeting, deps);
  const closed = await deps.conflicts.closed();
  const known = { strikes: await strikesOf(meeting, deps), taken: await takenIn(meeting, deps), rules, closed };
  const opened = openBallot(meeting, { ...known, ...body }, { actor, now: deps.now() });
  const outcome = { ...opened, events: [...events, ...opened.events] };
  const answer = meetingFor(actor, outcome.next, closed);
  await deps.meetings.open(outcome, answer);
  return answer;
});
