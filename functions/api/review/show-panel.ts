import { panelProgress } from '#domain/review/read-sheet';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showPanel, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return panelProgress(application, await deps.reviews.of(application.applicationId), actor);
});
