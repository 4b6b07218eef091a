import { actsForWinner } from '#domain/award-mark/entitlement';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showMyBonus, async ({ params: { certificateNumber }, actor, deps }) => {
  const winner = await deps.winners.get(certificateNumber);
  const application = winner.applicationId ? await deps.applications.get(winner.applicationId) : {};
  refuseUnless(actsForWinner(winner, application, actor), 'winner.not-yours');
  return deps.bonuses.get(certificateNumber);
});
