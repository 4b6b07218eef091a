import { stateDefence } from '#domain/revocation/proceed';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.stateDefence, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  return revocationFor(
    actor,
    await deps.revocations.save(stateDefence(revocation, body.text, { actor, now: deps.now() })),
  );
});
