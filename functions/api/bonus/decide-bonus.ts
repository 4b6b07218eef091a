import { decideBonus } from '#domain/bonus/grant';
import { http } from '#functions/runtime/http';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.decideBonus, async ({ params: { certificateNumber }, body, actor, deps }) => {
  const bonus = await deps.bonuses.get(certificateNumber);
  const winner = await deps.winners.get(certificateNumber);
  const ledger = await deps.ledgers.of(bonus.programmeId, bonus.year);
  const rules = await pinnedRules(winner.cycleId, deps);
  const posted = decideBonus(bonus, body, { winner, ledger, rules }, { actor, now: deps.now() });
  await deps.bonuses.post(posted, posted.bonus.next);
  return posted.bonus.next;
});
