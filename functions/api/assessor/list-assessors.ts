import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listAssessors, ({ params, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], params.programmeId);
  return deps.assessors.list(params.programmeId, query);
});
