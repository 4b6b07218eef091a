import { actsForApplicant } from '#domain/applicant';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listObjections, async ({ params, query, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, ['office', 'auditor'], cycle.programmeId);
  const page = await deps.objections.ofCycle(cycle.cycleId, query);
  // Whoever has a conflict with a case, or acts for the applicant, learns nothing of it here either.
  const open = await Promise.all(
    page.items.map(async ({ applicationId }) => {
      const application = await deps.applications.find(applicationId);
      return !!application && !actsForApplicant(application, actor.personId);
    }),
  );
  return { ...page, items: page.items.filter((_, i) => open[i]) };
});
