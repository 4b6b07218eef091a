import { faultsOf } from '#domain/assignment/assignment';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { groundFor } from './ground.ts';

export const handler = http(routes.checkAssignment, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const ground = await groundFor(cycle, body.panels, deps);
  return { faults: faultsOf(cycle, body.panels, ground, { actor, now: deps.now() }) };
});
