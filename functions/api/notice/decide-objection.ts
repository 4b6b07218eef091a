import { decideObjection } from '#domain/public-notice/decide-objection';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.decideObjection, async ({ params, body, actor, deps }) => {
  const objection = await deps.objections.get(params.objectionId);
  const application = await deps.applications.get(objection.applicationId);
  const outcome = decideObjection({ objection, application }, body, { actor, now: deps.now() });
  await deps.objections.saveWith(outcome, outcome.objection.next);
  return outcome.objection.next;
});
