import { handInOnSiteReport } from '#domain/on-site/visit';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.handInOnSiteReport, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const outcome = handInOnSiteReport(application, body, { actor, now: deps.now() });
  const { applicationId, stage, onSite = {} } = outcome.next;
  const answer = { applicationId, stage, onSite };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
