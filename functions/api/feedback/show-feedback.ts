import { feedbackOf, openReport } from '#domain/review/deliver-report';
import { withoutNames } from '#domain/review/without-names';
import { http } from '#functions/runtime/http';
import { namesOfAssessors } from '#functions/runtime/names-of-assessors';
import { routes } from '../routes.ts';

export const handler = http(routes.showFeedback, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const feedback = withoutNames(feedbackOf(application, { actor }), await namesOfAssessors(application, deps));
  const opened = openReport(application, { actor, now: deps.now() });
  if (opened) await deps.applications.save(opened, [], feedback);
  return feedback;
});
