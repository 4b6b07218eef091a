import { banFor, refuseUnlessReadsBans } from '#domain/revocation/lift-ban';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listBans, async ({ params: { programmeId }, query, actor, deps }) => {
  refuseUnlessReadsBans(actor, programmeId);
  const page = await deps.bans.ofProgramme(programmeId, query);
  return { ...page, items: page.items.map((b) => banFor(b, deps.now())) };
});
