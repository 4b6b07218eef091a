import { recordReturn } from '#domain/bonus/claw-back';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordBonusReturn, async ({ params: { certificateNumber }, body, actor, deps }) => {
  const bonus = await deps.bonuses.get(certificateNumber);
  const ledger = await deps.ledgers.of(bonus.programmeId, bonus.year);
  const revocation = bonus.clawback && (await deps.revocations.get(bonus.clawback.revocationId));
  const posted = recordReturn(bonus, body, { ledger, revocation }, { actor, now: deps.now() });
  const more = posted.revocation ? [deps.revocations.part(posted.revocation)] : [];
  await deps.bonuses.post(posted, posted.bonus.next, more);
  return posted.bonus.next;
});
