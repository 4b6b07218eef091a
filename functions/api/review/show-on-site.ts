import { visitOf } from '#domain/on-site/views';
import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showOnSite, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return visitOf(application, await deps.findings.of(application.applicationId));
});
