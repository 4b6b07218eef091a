import { refuseUnlessKnown } from '#domain/objection/access';
import { evidenceParent } from '#domain/objection/evidence';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';

export const handler = http(routes.showObjection, async ({ params: { objectionId }, actor, deps }) => {
  const { objection, application } = await caseOf(objectionId, deps);
  refuseUnlessKnown(actor, objection, application);
  return { ...objection, evidence: await deps.documents.of(evidenceParent(objectionId)) };
});
