import { refuseUnlessReadable } from '#domain/review/read-sheet';
import { isOnPanel } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showReview, async ({ params, actor, deps }) => {
  const review = await deps.reviews.get(params.reviewId);
  const application = await deps.applications.get(review.applicationId);
  refuseUnlessReadable(review, application, await deps.reviews.of(review.applicationId), actor);
  if (isOnPanel(application, actor)) await deps.pledges.refuseUnlessSigned(review.cycleId, actor.personId);
  return review;
});
