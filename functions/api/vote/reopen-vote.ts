import { requireRole } from '#domain/require-role';
import { reopenVote } from '#domain/vote/reopen';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { reopeningFacts } from './reopening.ts';

export const handler = http(routes.reopenVote, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const resolution = await deps.resolutions.get(body.resolutionId);
  const facts = await reopeningFacts(cycle, deps);
  const outcome = reopenVote(cycle, deps.newId('lst'), resolution, facts, { actor, now: deps.now() });
  return deps.lists.reopen(outcome, resolution.resolutionId);
});
