import { decideObjection, isFinal, refuseUnlessMayDecide } from '#domain/objection/decide';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';
import { keepEvidence } from './keep-evidence.ts';

export const handler = http(routes.decideObjection, async ({ params, body, actor, deps }) => {
  const of = await caseOf(params.objectionId, deps);
  const circumstances = { actor, now: deps.now() };
  refuseUnlessMayDecide(of, body, circumstances);
  const kept = isFinal(body) ? await keepEvidence(of.objection, deps) : [];
  const outcome = decideObjection(of, body, kept, circumstances);
  await deps.objections.saveWith(outcome, outcome.objection.next);
  return outcome.objection.next;
});
