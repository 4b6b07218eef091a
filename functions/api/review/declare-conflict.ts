import { declareConflict } from '#domain/review/declare-conflict';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.declareConflict, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const answer = { applicationId: application.applicationId, declared: true as const };
  await deps.applications.save(declareConflict(application, body, { actor, now: deps.now() }), [], answer);
  return answer;
});
