import { reviewLine } from '#domain/review/fill-sheet';
import { isOnPanel } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listMyReviews, async ({ query, actor, deps }) => {
  const { items, ...page } = await deps.reviews.ofAssessor(actor.personId, query);
  const lines = await Promise.all(
    items.map(async (review) => {
      const application = await deps.applications.find(review.applicationId);
      if (review.voided || review.returned || !application || !isOnPanel(application, actor)) return [];
      return [reviewLine(review, application, !!(await deps.pledges.of(review.cycleId, actor.personId)))];
    }),
  );
  return { ...page, items: lines.flat() };
});
