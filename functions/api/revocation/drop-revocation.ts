import { dropRevocation } from '#domain/revocation/investigate';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.dropRevocation, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const outcome = dropRevocation(revocation, body.reason, { actor, now: deps.now() });
  const answer = revocationFor(actor, outcome.next);
  await deps.revocations.drop(outcome, answer);
  return answer;
});
