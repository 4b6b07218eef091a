import { decideAssignment } from '#domain/assignment/assignment';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { groundFor } from './ground.ts';

export const handler = http(routes.decideAssignment, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const ground = await groundFor(cycle, body.panels, deps);
  const circumstances = { actor, now: deps.now() };
  return deps.assignments.save(decideAssignment(cycle, deps.newId('asg'), body.panels, ground, circumstances));
});
