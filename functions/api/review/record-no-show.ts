import { recordNoShow } from '#domain/defence/hold';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordNoShow, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(recordNoShow(application, body, { actor, now: deps.now() }));
});
