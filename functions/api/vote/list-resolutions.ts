import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listResolutions, ({ params: { programmeId }, query, actor, deps }) => {
  requireRole(actor, ['office', 'committeeMember', 'registrar', 'auditor'], programmeId);
  return deps.resolutions.ofProgramme(programmeId, query);
});
