import { recordConflict } from '#domain/conflict/declare';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordConflict, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const [about, sheets] = await Promise.all([
    deps.people.get(body.personId),
    deps.reviews.of(application.applicationId),
  ]);
  const outcome = recordConflict(application, { ...body, about }, sheets, { actor, now: deps.now() });
  const found = outcome.application.next.conflicts?.at(-1);
  const answer = { applicationId: application.applicationId, ...(found as NonNullable<typeof found>) };
  await deps.conflicts.stepBack(outcome, about.personId, answer);
  return answer;
});
