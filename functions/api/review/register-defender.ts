import { registerDefender } from '#domain/defence/hold';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.registerDefender, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const outcome = registerDefender(application, body.name, { actor, now: deps.now() });
  const { applicationId, stage, defence } = outcome.next;
  const answer = { applicationId, stage, defence: { defender: defence?.defender, slot: defence?.slot } };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
