import { wasPaid } from '#domain/bonus/claw-back';
import { enter } from '#domain/case';
import { recordRevocation } from '#domain/revocation/revoke';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { routes } from '../routes.ts';
import { stopBonus } from './stop-bonus.ts';
import { keepDecision } from './keep-decision.ts';

export const handler = http(routes.recordRevocation, async ({ params, body, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  enter('revocation', revocation, 'recordRevocation', actor);
  const winner = await deps.winners.get(revocation.certificateNumber);
  const { programmeId, identifier, cycleId } = winner;
  const { documentId, ...decision } = body;
  const document = await deps.documents.find(documentId);
  const bonus = await deps.bonuses.find(winner.certificateNumber);
  const rules = await pinnedRules(cycleId, deps);
  const ground = {
    ...{ winner, document, rules, bonusPaid: wasPaid(bonus), newId: deps.newId },
    ...{ banId: deps.bans.idOf(programmeId, identifier), earlierBan: await deps.bans.find(programmeId, identifier) },
    calendars: (await deps.programmes.get(programmeId)).calendars,
  };
  const circumstances = { actor, now: deps.now() };
  const decided = recordRevocation(revocation, decision, ground, circumstances);
  const answer = revocationFor(actor, decided.outcome.next);
  const signed = await keepDecision(document, rules, circumstances, deps);
  const stopped = decided.revoked && bonus && (await stopBonus(bonus, revocation, circumstances, deps));
  await deps.revocations.decide({ ...decided, signed, bonus: stopped }, answer);
  return answer;
});
