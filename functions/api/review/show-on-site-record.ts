import { recordForApplicant } from '#domain/on-site/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showOnSiteRecord, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return recordForApplicant(application, await deps.findings.of(application.applicationId), actor);
});
