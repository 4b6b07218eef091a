import { recommendationEndsAt } from '#domain/recommendation/deadline';
import { recommendableInFull, refuseUnlessTheirs } from '#domain/recommendation/recommend';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showRecommendable, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessTheirs(application, actor);
  const cycle = await deps.cycles.get(application.cycleId);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  return recommendableInFull(application, recommendationEndsAt(application, cycle, calendars));
});
