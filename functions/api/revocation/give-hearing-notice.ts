import { giveHearingNotice } from '#domain/revocation/hear';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.giveHearingNotice, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const { cycleId } = await deps.winners.get(revocation.certificateNumber);
  const { calendars } = await deps.programmes.get(revocation.programmeId);
  const period = { rules: await pinnedRules(cycleId, deps), calendars };
  const outcome = giveHearingNotice(revocation, body.notice, period, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.save(outcome, [], answer);
  return answer;
});
