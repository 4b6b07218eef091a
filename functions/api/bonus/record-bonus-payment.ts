import { recordPayment } from '#domain/bonus/grant';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordBonusPayment, async ({ params: { certificateNumber }, body, actor, deps }) => {
  const bonus = await deps.bonuses.get(certificateNumber);
  const winner = await deps.winners.get(certificateNumber);
  const ledger = await deps.ledgers.of(bonus.programmeId, bonus.year);
  const posted = recordPayment(bonus, body, { winner, ledger }, { actor, now: deps.now() });
  await deps.bonuses.post(posted, posted.bonus.next);
  return posted.bonus.next;
});
