import { openRevocation } from '#domain/revocation/proceed';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.openRevocation, async ({ params, body, actor, deps }) => {
  const winner = await deps.winners.get(params.certificateNumber);
  const what = { ...body, revocationId: deps.newId('rev') };
  return revocationFor(actor, await deps.revocations.open(openRevocation(winner, what, { actor, now: deps.now() })));
});
