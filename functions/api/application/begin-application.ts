import { begin } from '#domain/application/draft';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.beginApplication, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  const outcome = begin(cycle, deps.newId('app'), body.kind, { actor, now: deps.now() });
  await deps.applications.save(outcome, [], asApplicant(outcome.next, actor));
  return asApplicant(outcome.next, actor);
});
