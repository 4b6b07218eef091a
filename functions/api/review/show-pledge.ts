import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showPledge, async ({ params, actor, deps }) => ({
  pledge: await deps.pledges.of(params.cycleId, actor.personId),
}));
