import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { handInPanelReport } from '#domain/review/panel-report';
import { http } from '#functions/runtime/http';
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
  const answer = { applicationId, code, kind, report: materialReview };
  await deps.applications.save(outcome, [], answer);
  return answer as typeof answer & { report: NonNullable<typeof materialReview> };
});
