import { newestOf } from '#domain/paper/filed-paper';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadMinutes, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, ['office', 'committeeMember', 'registrar', 'auditor'], meeting.programmeId);
  const { recordsKey: key, versionId, name, sha256 } = newestOf(meeting.papers, params.format);
  return { url: await deps.files.downloadUrl({ bucket: 'records', key, versionId }, name), name, sha256 };
});
