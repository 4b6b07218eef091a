import { pushAgain } from '#domain/platform-push/proceed';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.pushAgain, async ({ params, actor, deps }) => {
  const push = await deps.pushes.get(params.pushId);
  // Whoever may not see the case may not set out its pushes either.
  await deps.revocations.get(push.revocationId);
  const outcome = pushAgain(push, { actor, now: deps.now() });
  await deps.pushes.save(outcome);
  return outcome.next;
});
