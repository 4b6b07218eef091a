import { refuseUnlessOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listFormerReports, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessOverseer(application, actor);
  const { applicationId } = application;
  const [items, visits] = await Promise.all([
    deps.conflicts.formerReports(applicationId),
    deps.conflicts.formerVisits(applicationId),
  ]);
  return { items, visits };
});
