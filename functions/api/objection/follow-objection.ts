import { refuseUnlessCode } from '#domain/objection/access';
import { evidenceParent } from '#domain/objection/evidence';
import { followUpOf } from '#domain/objection/follow-up';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.followObjection, async ({ params: { objectionId }, body, deps }) => {
  const objection = await deps.objections.find(objectionId);
  refuseUnlessCode(objection, deps.sha256(body.code));
  return followUpOf(objection, await deps.documents.of(evidenceParent(objectionId)));
});
