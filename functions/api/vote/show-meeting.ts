import { requireRole } from '#domain/require-role';
import { meetingFor } from '#domain/vote/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showMeeting, async ({ params, actor, deps }) => {
  const meeting = await deps.meetings.get(params.meetingId);
  requireRole(actor, ['office', 'committeeMember', 'auditor'], meeting.programmeId);
  return meetingFor(actor, meeting, await deps.conflicts.closed());
});
