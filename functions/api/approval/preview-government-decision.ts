import { nameOf } from '#domain/application/submit';
import { submittedOn } from '#domain/approval/submission';
import { isSuspended } from '#domain/suspension/is-suspended';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.previewGovernmentDecision, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['registrar', 'office', 'auditor'], cycle.programmeId);
  const days = submittedOn(await Array.fromAsync(deps.submissions.allOfCycle(cycle.cycleId)));
  const items = [];
  for await (const a of deps.applications.inStage(cycle.cycleId, 'GovernmentApproval'))
    if (!isSuspended(a))
      items.push({
        ...{ applicationId: a.applicationId, name: nameOf(a), kind: a.kind, award: a.awarding?.award },
        submittedOn: days.get(a.applicationId),
      });
  return { items };
});
