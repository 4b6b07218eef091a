import { countedFindings } from '#domain/on-site/team';
import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showFindings, async ({ params: { applicationId, code }, actor, deps }) => {
  const application = await deps.applications.get(applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return { code, items: countedFindings(application, await deps.findings.of(applicationId, code)) };
});
