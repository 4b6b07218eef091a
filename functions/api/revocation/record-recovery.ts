import { recordRecovery } from '#domain/revocation/recover';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordRecovery, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const outcome = recordRecovery(revocation, body, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.save(outcome, [], answer);
  return answer;
});
