import { scoreDefence } from '#domain/defence/hold';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.scoreDefence, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const { rules } = await deps.cycles.get(application.cycleId);
  const now = deps.now();
  const outcome = scoreDefence(application, body, rules.defenceSheet, { actor, now });
  const points = body.items.reduce((sum, i) => sum + i.points, 0);
  const answer = { applicationId: application.applicationId, ...body, points, at: now };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
