import { requestDossier } from '#domain/dossier/request';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.requestDossier, async ({ params: { applicationId }, body, actor, deps }) => {
  const application = await deps.applications.get(applicationId);
  const earlier = await deps.exports.latestOf(applicationId);
  const wanted = { exportId: deps.newId('exp'), purpose: body.purpose, earlier };
  const outcome = requestDossier(application, wanted, { actor, now: deps.now() });
  return deps.exports.save(outcome);
});
