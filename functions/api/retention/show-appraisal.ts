import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showAppraisal, async ({ params, actor, deps }) => {
  const of = await deps.appraisals.get(params.appraisalId);
  requireRole(actor, ['office', 'auditor'], of.programmeId);
  return of;
});
