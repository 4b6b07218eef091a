import { refuseUnlessReadable } from '#domain/review/read-sheet';
import { returnSheet } from '#domain/review/return-sheet';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.returnReview, async ({ params, body, actor, deps }) => {
  const review = await deps.reviews.get(params.reviewId);
  const application = await deps.applications.get(review.applicationId);
  refuseUnlessReadable(review, application, await deps.reviews.of(review.applicationId), actor);
  await deps.pledges.refuseUnlessSigned(review.cycleId, actor.personId);
  const nextId = `${review.applicationId}~${deps.newId('rev')}`;
  const outcome = returnSheet(review, application, { reason: body.reason, nextId }, { actor, now: deps.now() });
  const { reviewId, returned } = outcome.returned.next;
  const answer = { reviewId, returned };
  await deps.reviews.returned(outcome, answer);
  return answer;
});
