import { newestOf } from '#domain/paper/filed-paper';
import { refuseUnless } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { hiddenFrom } from '#domain/vote/hidden';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadMinutes, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, ['office', 'committeeMember', 'registrar', 'auditor'], meeting.programmeId);
  const hidden = hiddenFrom(meeting, actor, await deps.conflicts.closed());
  refuseUnless(hidden.size === 0, 'conflict.with-one-of-them');
  const { recordsKey: key, versionId, name, sha256 } = newestOf(meeting.papers, params.format);
  return { url: await deps.files.downloadUrl({ bucket: 'records', key, versionId }, name), name, sha256 };
});
