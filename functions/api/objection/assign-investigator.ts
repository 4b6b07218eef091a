import { assignInvestigator } from '#domain/objection/investigate';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';

export const handler = http(routes.assignInvestigator, async ({ params, body, actor, deps }) => {
  const of = await caseOf(params.objectionId, deps);
  requireRole(actor, 'office', of.objection.programmeId);
  const investigator = await deps.people.get(body.personId);
  return deps.objections.save(assignInvestigator(of, investigator, { actor, now: deps.now() }));
});
