import { announcementOf } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listRevocationAnnouncements, async ({ params, query, deps }) => {
  const page = await deps.revocations.announced(params.programmeId, query);
  return { ...page, items: page.items.flatMap((r) => announcementOf(r) ?? []) };
});
