import { recordCommitteeDecision } from '#domain/revocation/proceed';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordCommitteeDecision, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  return revocationFor(
    actor,
    await deps.revocations.drop(recordCommitteeDecision(revocation, body, { actor, now: deps.now() })),
  );
});
