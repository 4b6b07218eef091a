import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listDuties, ({ params, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], params.programmeId);
  return deps.duties.ofProgramme(params.programmeId, query);
});
