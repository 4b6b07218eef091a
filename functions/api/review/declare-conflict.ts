import { declareConflict } from '#domain/conflict/declare';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.declareConflict, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const sheets = await deps.reviews.of(application.applicationId);
  const outcome = declareConflict(application, body, sheets, { actor, now: deps.now() });
  const answer = { applicationId: application.applicationId, declared: true as const };
  await deps.conflicts.stepBack(outcome, actor.personId, answer);
  return answer;
});
