import { restartCase } from '#domain/audit/restart';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.restartCase, async ({ params: { kind, recordId }, body, actor, deps }) => {
  const circumstances = { actor, now: deps.now() };
  const settled = [deps.faults.settled(kind, recordId)];
  if (kind === 'application') {
    const application = await deps.applications.get(recordId);
    requireRole(actor, 'administrator', application.programmeId);
    const answer = { recordId, stage: application.stage };
    await deps.applications.save(restartCase(kind, application, body.reason, circumstances), settled, answer);
    return answer;
  }
  const revocation = await deps.revocations.get(recordId);
  requireRole(actor, 'administrator', revocation.programmeId);
  const answer = { recordId, stage: revocation.stage };
  await deps.revocations.save(restartCase(kind, revocation, body.reason, circumstances), settled, answer);
  return answer;
});
