import { recordRevocation } from '#domain/revocation/proceed';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordRevocation, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const winner = await deps.winners.get(revocation.certificateNumber);
  const { documentId, ...decision } = body;
  const document = await deps.documents.find(documentId);
  const circumstances = { actor, now: deps.now() };
  const decided = recordRevocation(revocation, winner, decision, document, circumstances);
  const saved = decided.winner
    ? await deps.revocations.revoke(decided.outcome, decided.winner)
    : await deps.revocations.drop(decided.outcome);
  return revocationFor(actor, saved);
});
