import { keepAssessor } from '#domain/assessor/keep';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { withDoubts } from './doubts.ts';

export const handler = http(routes.keepAssessor, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'office', params.programmeId);
  const before = await deps.assessors.find(params.programmeId, params.assessorId);
  const outcome = keepAssessor(before, params, body, { actor, now: deps.now() });
  return deps.assessors.save(await withDoubts(outcome, deps), before);
});
