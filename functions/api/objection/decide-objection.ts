import { decideObjection } from '#domain/objection/decide';
import { refuseUnlessInvestigator } from '#domain/objection/investigate';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';
import { keepEvidence } from './keep-evidence.ts';

export const handler = http(routes.decideObjection, async ({ params, body, actor, deps }) => {
  const of = await caseOf(params.objectionId, deps);
  refuseUnlessInvestigator(of, actor);
  const kept = await keepEvidence(of.objection, deps);
  const outcome = decideObjection(of, body, kept, { actor, now: deps.now() });
  await deps.objections.saveWith(outcome, outcome.objection.next);
  return outcome.objection.next;
});
