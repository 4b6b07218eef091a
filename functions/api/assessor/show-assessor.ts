import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showAssessor, ({ params: { programmeId, assessorId }, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  return deps.assessors.get(programmeId, assessorId);
});
