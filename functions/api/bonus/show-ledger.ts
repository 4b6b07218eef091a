import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showLedger, ({ params: { programmeId, year }, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  return deps.ledgers.of(programmeId, year);
});
