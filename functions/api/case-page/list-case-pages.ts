import { isPublic } from '#domain/case-page/case-page';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listCasePages, async ({ params: { programmeId }, query, deps }) => {
  const page = await deps.casePages.inStatus(programmeId, 'published', query);
  // Read winner by winner: from the moment of a revocation nothing of it is listed, whatever still says published.
  const winners = await Promise.all(page.items.map((item) => deps.winners.get(item.certificateNumber)));
  return { ...page, items: page.items.filter((item, i) => isPublic(item, winners[i] ?? { status: 'revoked' })) };
});
