import { refuseUnlessCode } from '#domain/objection/access';
import { declareEvidence, evidenceParent } from '#domain/objection/evidence';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.addObjectionEvidence, async ({ params: { objectionId }, body, actor, deps }) => {
  const objection = await deps.objections.find(objectionId);
  refuseUnlessCode(objection, deps.sha256(body.code));
  const present = await deps.documents.of(evidenceParent(objectionId));
  const outcome = declareEvidence(objection, body.file, present, deps.newId('doc'), { actor, now: deps.now() });
  const answer = await deps.files.uploadUrl(outcome.next);
  await deps.documents.save(outcome, [], answer);
  return answer;
});
