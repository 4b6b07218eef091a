import { leavePool } from '#domain/assessor/keep';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { withDoubts } from './doubts.ts';

export const handler = http(routes.recordExit, async ({ params: { programmeId, assessorId }, body, actor, deps }) => {
  requireRole(actor, 'office', programmeId);
  const before = await deps.assessors.get(programmeId, assessorId);
  const outcome = leavePool(before, body, { actor, now: deps.now() });
  return deps.assessors.save(await withDoubts(outcome, deps), before);
});
