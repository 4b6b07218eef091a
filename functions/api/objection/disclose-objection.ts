import { discloseObjection } from '#domain/objection/investigate';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';

export const handler = http(routes.discloseObjection, async ({ params, body, actor, deps }) => {
  const of = await caseOf(params.objectionId, deps);
  const outcome = discloseObjection(of, body, { actor, now: deps.now() });
  await deps.objections.saveWith(outcome, outcome.objection.next);
  return outcome.objection.next;
});
