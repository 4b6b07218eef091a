import { saveItem } from '#domain/review/fill-sheet';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.saveReviewItem, async ({ params: { reviewId, code }, body, actor, deps }) => {
  const review = await deps.reviews.get(reviewId);
  const application = await deps.applications.get(review.applicationId);
  const criteria = await deps.editions.ofCycle(await deps.cycles.get(review.cycleId), review.kind);
  const outcome = saveItem(review, application, { item: { ...body, code }, criteria }, { actor, now: deps.now() });
  await deps.pledges.refuseUnlessSigned(review.cycleId, actor.personId);
  const item = outcome.next.items.find((i) => i.code === code);
  const answer = { reviewId, item: item as NonNullable<typeof item> };
  await deps.reviews.save(outcome, [], answer);
  return answer;
});
