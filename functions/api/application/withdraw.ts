import { withdraw } from '#domain/application/draft';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.withdraw, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const outcome = withdraw(application, body.reason, { actor, now: deps.now() });
  await deps.applications.withdraw(outcome, asApplicant(outcome.next, actor));
  return asApplicant(outcome.next, actor);
});
