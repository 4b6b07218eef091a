import { scheduleDefence } from '#domain/defence/hold';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.scheduleDefence, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const outcome = scheduleDefence(application, body, { actor, now: deps.now() });
  const { applicationId, stage, defence } = outcome.next;
  const answer = { applicationId, stage, defence: { defender: defence?.defender, slot: defence?.slot } };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
