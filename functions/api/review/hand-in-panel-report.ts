import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { handInPanelReport } from '#domain/review/panel-report';
import { placesOfNames } from '#domain/review/without-names';
import { Refused } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { namesOfAssessors } from '#functions/runtime/names-of-assessors';
import { routes } from '../routes.ts';

export const handler = http(routes.handInPanelReport, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const cycle = await deps.cycles.get(application.cycleId);
  const criteria = await deps.editions.ofCycle(cycle, application.kind);
  const sheets = await deps.reviews.of(application.applicationId);
  const outcome = handInPanelReport(
    application,
    body,
    { rules: cycle.rules, criteria, sheets },
    { actor, now: deps.now() },
  );
  const { applicationId, code, kind, materialReview } = outcome.next;
  if (!materialReview) throw new Refused('report.missing');
  const named = placesOfNames(materialReview, await namesOfAssessors(application, deps));
  const answer = { applicationId, code, kind, report: materialReview, named };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
