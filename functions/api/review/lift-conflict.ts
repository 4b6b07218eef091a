import { liftConflict } from '#domain/conflict/lift';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.liftConflict, async ({ params: { applicationId, personId }, body, actor, deps }) => {
  const application = await deps.applications.get(applicationId);
  const outcome = liftConflict(application, { personId, ...body }, { actor, now: deps.now() });
  const answer = { items: outcome.next.conflicts ?? [] };
  await deps.conflicts.lift(outcome, personId, answer);
  return answer;
});
