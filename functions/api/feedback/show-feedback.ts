import { feedbackOf, openReport } from '#domain/review/deliver-report';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showFeedback, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const feedback = feedbackOf(application, { actor });
  const opened = openReport(application, { actor, now: deps.now() });
  if (opened) await deps.applications.save(opened, [], feedback);
  return feedback;
});
