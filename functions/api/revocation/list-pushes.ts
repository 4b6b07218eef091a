import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listPushes, async ({ params, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  requireRole(actor, ['office', 'auditor'], revocation.programmeId);
  return deps.pushes.of(params.revocationId);
});
