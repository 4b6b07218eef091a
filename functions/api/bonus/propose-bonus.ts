import { proposeBonus } from '#domain/bonus/grant';
import { http } from '#functions/runtime/http';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.proposeBonus, async ({ params: { certificateNumber }, body, actor, deps }) => {
  const winner = await deps.winners.getToDecide(certificateNumber);
  const earlier = await deps.bonuses.find(certificateNumber);
  const rules = await pinnedRules(winner.cycleId, deps);
  return deps.bonuses.save(proposeBonus(winner, earlier, body, rules, { actor, now: deps.now() }));
});
