import { defenceForAssessor } from '#domain/defence/complete';
import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showDefence, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  const { applicationId, defence = { scores: [] } } = application;
  if (overseesReview(application, actor)) return { applicationId, ...defence };
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return defenceForAssessor(application, actor.personId);
});
