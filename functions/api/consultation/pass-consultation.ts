import { passConsultation } from '#domain/consultation/pass';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.passConsultation, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  return deps.applications.save(passConsultation(application, body, { actor, now: deps.now() }));
});
