import { panelProgress } from '#domain/review/read-sheet';
import { overseesReview } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showPanel, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const progress = panelProgress(application, await deps.reviews.of(application.applicationId), actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return progress;
});
