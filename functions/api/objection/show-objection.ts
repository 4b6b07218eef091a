import { refuseUnlessKnown } from '#domain/objection/access';
import { evidenceParent } from '#domain/objection/evidence';
import { maskedObjection } from '#domain/privacy/masking';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';

export const handler = http(routes.showObjection, async ({ params: { objectionId }, actor, deps }) => {
  const { objection, application } = await caseOf(objectionId, deps);
  refuseUnlessKnown(actor, objection, application);
  const seen = objection.investigator?.personId === actor.personId ? objection : maskedObjection(objection);
  return { ...seen, evidence: await deps.documents.of(evidenceParent(objectionId)) };
});
