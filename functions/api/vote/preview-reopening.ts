import { requireRole } from '#domain/require-role';
import { previewReopening } from '#domain/vote/reopen';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { reopeningFacts } from './reopening.ts';

export const handler = http(routes.previewReopening, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'auditor'], cycle.programmeId);
  return previewReopening(cycle, await reopeningFacts(cycle, deps));
});
