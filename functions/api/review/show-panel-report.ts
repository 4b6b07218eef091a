import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { placesOfNames } from '#domain/review/without-names';
import { Refused } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { namesOfAssessors } from '#functions/runtime/names-of-assessors';
import { routes } from '../routes.ts';

export const handler = http(routes.showPanelReport, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const { materialReview: report } = application;
  refuseUnlessPanelOrOverseer(application, actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  if (!report) throw new Refused('report.missing');
  return { ...application, report, named: placesOfNames(report, await namesOfAssessors(application, deps)) };
});
