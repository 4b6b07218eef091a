import { openRevocation } from '#domain/revocation/investigate';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.openRevocation, async ({ params, body, actor, deps }) => {
  const winner = await deps.winners.getToDecide(params.certificateNumber);
  const what = { ...body, revocationId: deps.newId('rev') };
  const outcome = openRevocation(winner, what, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.open(outcome, answer);
  return answer;
});
