import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(
  routes.listCasePagesByStatus,
  async ({ params: { programmeId, status }, query, actor, deps }) => {
    requireRole(actor, ['office', 'auditor'], programmeId);
    return deps.casePages.inStatus(programmeId, status, query);
  },
);
