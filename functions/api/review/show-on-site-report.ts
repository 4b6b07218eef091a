import { refuseUnless } from '#domain/refused';
import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showOnSiteReport, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const { report, applicantAnswer } = application.onSite ?? {};
  refuseUnless(!!report, 'record.not-found', { record: 'onSiteReport' });
  return { applicationId: application.applicationId, ...report, applicantAnswer };
});
