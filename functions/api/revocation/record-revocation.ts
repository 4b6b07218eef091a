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
  const answer = revocationFor(actor, decided.outcome.next);
  if (decided.winner) await deps.revocations.revoke(decided.outcome, decided.winner, answer);
  else await deps.revocations.drop(decided.outcome, answer);
  return answer;
});
