import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listInspections, ({ params: { programmeId }, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  return deps.inspections.ofProgramme(programmeId, query);
});
