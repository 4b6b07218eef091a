import { saveSheet } from '#domain/review/fill-sheet';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.saveReview, async ({ params, body, actor, deps }) => {
  const review = await deps.reviews.get(params.reviewId);
  const application = await deps.applications.get(review.applicationId);
  const outcome = saveSheet(review, application, body.items, { actor, now: deps.now() });
  await deps.pledges.refuseUnlessSigned(review.cycleId, actor.personId);
  return deps.reviews.save(outcome);
});
