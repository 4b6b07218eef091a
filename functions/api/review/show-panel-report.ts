import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { Refused } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showPanelReport, async ({ params, actor, deps }) => {
  const { materialReview: report, ...application } = await deps.applications.get(params.applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  if (!report) throw new Refused('report.missing');
  return { ...application, report };
});
