import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listBonuses, ({ params: { programmeId }, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  return deps.bonuses.ofProgramme(programmeId, query);
});
