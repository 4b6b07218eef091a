import { leavePool } from '#domain/assessor/keep';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordExit, async ({ params: { programmeId, assessorId }, body, actor, deps }) => {
  requireRole(actor, 'office', programmeId);
  const before = await deps.assessors.get(programmeId, assessorId);
  return deps.assessors.save(leavePool(before, body, { actor, now: deps.now() }), before);
});
