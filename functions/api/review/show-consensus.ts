import { consensusOf } from '#domain/review/consensus';
import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showConsensus, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  if (!overseesReview(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const cycle = await deps.cycles.get(application.cycleId);
  const criteria = await deps.editions.ofCycle(cycle, application.kind);
  return consensusOf(application, await deps.reviews.of(application.applicationId), criteria, cycle.rules);
});
