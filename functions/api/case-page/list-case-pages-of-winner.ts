import { hasRole } from '#domain/actor';
import { actsForWinner } from '#domain/award-mark/entitlement';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { whoseIs } from './whose.ts';

export const handler = http(
  routes.listCasePagesOfWinner,
  async ({ params: { certificateNumber }, query, actor, deps }) => {
    const { winner, application } = await whoseIs(certificateNumber, deps);
    const isOfficial = (['office', 'auditor'] as const).some((role) => hasRole(actor, role, winner.programmeId));
    refuseUnless(isOfficial || actsForWinner(winner, application, actor), 'winner.not-yours');
    return deps.casePages.ofWinner(certificateNumber, query);
  },
);
