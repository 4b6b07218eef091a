import { resumeList } from '#domain/list/progress';
import { resumeNotice } from '#domain/public-notice/gather';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.resumeBulk, async ({ params: { kind, recordId }, body, actor, deps }) => {
  const circumstances = { actor, now: deps.now() };
  if (kind === 'list') {
    const list = await deps.lists.head(recordId);
    requireRole(actor, 'administrator', list.programmeId);
    await deps.lists.advance(resumeList(list, body.reason, circumstances));
  } else {
    const notice = await deps.notices.get(recordId);
    requireRole(actor, 'administrator', notice.programmeId);
    await deps.notices.save(resumeNotice(notice, body.reason, circumstances));
  }
  return { recordId };
});
