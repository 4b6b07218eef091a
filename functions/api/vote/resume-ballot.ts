import { resumeBallot } from '#domain/vote/open-ballot';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { strikesOf } from './candidates.ts';
import { rulesFor } from './rules-for.ts';

export const handler = http(routes.resumeBallot, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  const rules = await rulesFor(meeting, deps);
  const closed = await deps.conflicts.closed();
  const known = { strikes: await strikesOf(meeting, deps), rules, closed };
  const outcome = resumeBallot(meeting, known, { actor, now: deps.now() });
  const answer = meetingFor(actor, outcome.next, closed);
  await deps.meetings.save(outcome, [], answer);
  return answer;
});
