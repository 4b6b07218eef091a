import { receiveObjection } from '#domain/public-notice/object';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.fileObjection, async ({ params, body, actor, deps }) => {
  const notice = await deps.notices.get(params.noticeId);
  const application = await deps.applications.get(body.applicationId);
  const { rules } = await deps.cycles.get(notice.cycleId);
  const { calendars } = await deps.programmes.get(notice.programmeId);
  const received = { notice, application, objectionId: deps.newId('obj'), rules, calendars };
  const outcome = receiveObjection(received, body, { actor, now: deps.now() });
  const { objectionId, receivedAt, leadBecause } = outcome.objection.next;
  const treatedAs = leadBecause ? ('lead' as const) : ('objection' as const);
  const answer = { receiptNumber: objectionId, receivedAt, treatedAs, leadBecause };
  await deps.objections.saveWith(outcome, answer);
  return answer;
});
