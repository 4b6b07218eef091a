import { giveHearingNotice } from '#domain/revocation/proceed';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.giveHearingNotice, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const { cycleId } = await deps.winners.get(revocation.certificateNumber);
  const { rules } = await deps.cycles.get(cycleId);
  const { calendars } = await deps.programmes.get(revocation.programmeId);
  const period = { workingDays: rules.hearingWorkingDays, calendars };
  const outcome = giveHearingNotice(revocation, body.notice, period, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.save(outcome, [], answer);
  return answer;
});
