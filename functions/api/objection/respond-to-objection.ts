import { disclosedAs, respondToObjection } from '#domain/objection/investigate';
import { disclosedTo } from '#domain/objection/mark';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.respondToObjection, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const objection = await deps.objections.get(disclosedAs(application, params.number, actor));
  const outcome = respondToObjection({ objection, application }, body, { actor, now: deps.now() });
  const answer = { items: disclosedTo(outcome.application?.next ?? application) };
  await deps.objections.saveWith(outcome, answer);
  return answer;
});
