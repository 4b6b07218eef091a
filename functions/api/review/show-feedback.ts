import { feedbackOf } from '#domain/review/panel-report';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showFeedback, async ({ params, actor, deps }) =>
  feedbackOf(await deps.applications.get(params.applicationId), { actor }),
);
