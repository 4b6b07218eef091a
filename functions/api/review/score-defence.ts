import { scoreDefence } from '#domain/defence/hold';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.scoreDefence, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const now = deps.now();
  const answer = { applicationId: application.applicationId, points: body.points, at: now };
  await deps.applications.save(scoreDefence(application, body.points, { actor, now }), [], answer);
  return answer;
});
