import { saveSheet } from '#domain/review/fill-sheet';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.saveReview, async ({ params, body, actor, deps }) => {
  const review = await deps.reviews.get(params.reviewId);
  const application = await deps.applications.get(review.applicationId);
  const criteria = await deps.editions.ofCycle(await deps.cycles.get(review.cycleId), review.kind);
  const outcome = saveSheet(review, application, { items: body.items, criteria }, { actor, now: deps.now() });
  await deps.pledges.refuseUnlessSigned(review.cycleId, actor.personId);
  return deps.reviews.save(outcome);
});
