import { rules } from '#domain/cycle/rules';
import { banFor, liftBan } from '#domain/revocation/lift-ban';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepDecision } from './keep-decision.ts';

export const handler = http(routes.liftBan, async ({ params, body, actor, deps }) => {
  const ban = await deps.bans.get(params.banId);
  const { documentId, ...lifting } = body;
  const document = await deps.documents.find(documentId);
  const circumstances = { actor, now: deps.now() };
  const outcome = liftBan(ban, lifting, document, circumstances);
  const answer = banFor(outcome.next, deps.now());
  await deps.bans.lift(outcome, await keepDecision(document, rules.parse({}), circumstances, deps), answer);
  return answer;
});
