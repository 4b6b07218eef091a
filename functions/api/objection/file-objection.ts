import { dateAt } from '#domain/calendar/civil';
import { refuseUnless } from '#domain/refused';
import { bounds } from '#domain/objection/evidence';
import { receiveObjection } from '#domain/objection/receive';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.fileObjection, async ({ params, body, actor, sourceIp, deps }) => {
  const { followUpCode = deps.newCode(), ...text } = body;
  const notice = await deps.notices.published(params.noticeId);
  const application = await deps.applications.get(text.applicationId);
  const { rules } = await deps.cycles.get(notice.cycleId);
  const { calendars } = await deps.programmes.get(notice.programmeId);
  const filed = await deps.filings.thisHour(deps.sha256(sourceIp));
  refuseUnless(filed.count < bounds.filingsPerHour, 'objection.too-often', bounds);
  // The application says so itself, unless the notice is on its way to it this very moment.
  const isMarked = application.notices[notice.kind]?.noticeId === notice.noticeId;
  const isNamed = isMarked || (await deps.notices.entries.names(notice.noticeId, text.applicationId));
  const codeHash = deps.sha256(followUpCode);
  const received = { notice, isNamed, application, objectionId: deps.newId('obj'), codeHash, rules, calendars };
  const outcome = receiveObjection(received, text, { actor, now: deps.now() });
  const { objectionId, receivedAt, leadBecause } = outcome.objection.next;
  const treatedAs = leadBecause ? ('lead' as const) : ('objection' as const);
  const evidenceUntil = leadBecause ? undefined : notice.endsAt;
  const answer = { receiptNumber: objectionId, receivedAt, treatedAs, leadBecause, evidenceUntil };
  // What a repeat is given is kept for a day: without the code, which is kept nowhere.
  await deps.objections.file(outcome, dateAt(notice.endsAt), answer, [filed.next]);
  return { ...answer, followUpCode };
});
