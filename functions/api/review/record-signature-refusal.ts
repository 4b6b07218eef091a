import { recordSignatureRefusal } from '#domain/on-site/sign';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordSignatureRefusal, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const [{ rules }, { calendars }] = await Promise.all([
    deps.cycles.get(application.cycleId),
    deps.programmes.get(application.programmeId),
  ]);
  const circumstances = { actor, now: deps.now() };
  return deps.applications.save(recordSignatureRefusal(application, body, { rules, calendars }, circumstances));
});
