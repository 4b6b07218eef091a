import { appraise } from '#domain/assessor/keep';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(
  routes.appraiseAssessor,
  async ({ params: { programmeId, assessorId }, body, actor, deps }) => {
    requireRole(actor, 'office', programmeId);
    const before = await deps.assessors.get(programmeId, assessorId);
    return deps.assessors.save(appraise(before, body, { actor, now: deps.now() }), before);
  },
);
