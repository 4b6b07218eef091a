import { defenceFor } from '#domain/defence/complete';
import { overseesReview, refuseUnlessPanelOrOverseer } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showDefence, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessPanelOrOverseer(application, actor);
  const oversees = overseesReview(application, actor);
  if (!oversees) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const { rules } = await deps.cycles.get(application.cycleId);
  return { ...defenceFor(actor, application, oversees), sheet: rules.defenceSheet };
});
