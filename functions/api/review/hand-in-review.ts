import { handInSheet } from '#domain/review/fill-sheet';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.handInReview, async ({ params, actor, deps }) => {
  const review = await deps.reviews.get(params.reviewId);
  const application = await deps.applications.get(review.applicationId);
  const criteria = await deps.editions.ofCycle(await deps.cycles.get(review.cycleId), review.kind);
  const outcome = handInSheet(review, application, criteria, { actor, now: deps.now() });
  await deps.pledges.refuseUnlessSigned(review.cycleId, actor.personId);
  return deps.reviews.save(outcome);
});
