import { declareEvidence, evidenceParent } from '#domain/revocation/evidence';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.addRevocationEvidence, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const present = await deps.documents.of(evidenceParent(revocation.revocationId));
  const circumstances = { actor, now: deps.now() };
  const outcome = declareEvidence(revocation, body, present, deps.newId('doc'), circumstances);
  const answer = { document: outcome.next, ...(await deps.files.uploadUrl(outcome.next)) };
  await deps.documents.save(outcome, [], answer);
  return answer;
});
