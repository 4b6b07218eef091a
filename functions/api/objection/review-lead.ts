import { reviewLead } from '#domain/objection/lead';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepEvidence } from './keep-evidence.ts';

export const handler = http(routes.reviewLead, async ({ params, body, actor, deps }) => {
  const objection = await deps.objections.get(params.objectionId);
  requireRole(actor, 'office', objection.programmeId);
  const kept = await keepEvidence(objection, deps);
  return deps.objections.save(reviewLead(objection, body, kept, { actor, now: deps.now() }));
});
