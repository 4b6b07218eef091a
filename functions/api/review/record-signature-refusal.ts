import { recordSignatureRefusal } from '#domain/on-site/sign';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordSignatureRefusal, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(recordSignatureRefusal(application, body, { actor, now: deps.now() }));
});
