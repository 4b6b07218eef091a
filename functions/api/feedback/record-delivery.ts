import { recordDelivery } from '#domain/review/deliver-report';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordDelivery, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(recordDelivery(application, body, { actor, now: deps.now() }));
});
