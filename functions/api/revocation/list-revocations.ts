import { requireRole } from '#domain/require-role';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listRevocations, async ({ params, query, actor, deps }) => {
  requireRole(actor, ['office', 'auditor', 'committeeMember', 'registrar'], params.programmeId);
  const page = await deps.revocations.ofProgramme(params.programmeId, query);
  return { ...page, items: page.items.map((r) => revocationFor(actor, r)) };
});
