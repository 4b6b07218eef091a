import { refuseUnlessExportReader } from '#domain/dossier/request';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showExport, async ({ params, actor, deps }) => {
  const of = await deps.exports.get(params.exportId);
  const application = of.applicationId ? await deps.applications.get(of.applicationId) : undefined;
  refuseUnlessExportReader(of, application, actor);
  return of;
});
