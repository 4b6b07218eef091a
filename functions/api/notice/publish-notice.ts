import { publishNotice } from '#domain/public-notice/publish';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { sourceOf } from './source.ts';

export const handler = http(routes.publishNotice, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const source = await sourceOf(cycle, body.kind, deps);
  const named = { title: body.title, noticeId: deps.newId('ntc'), listId: deps.newId('lst') };
  const publication = publishNotice(cycle, source, named, { actor, now: deps.now() });
  await deps.notices.publish(publication, source.earlier.length, publication.notice.next);
  return publication.notice.next;
});
