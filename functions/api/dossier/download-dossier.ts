import { downloadDossier } from '#domain/dossier/request';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadDossier, async ({ params, actor, deps }) => {
  const of = await deps.exports.get(params.exportId);
  const application = await deps.applications.get(of.applicationId ?? '');
  const { outcome, made } = downloadDossier(of, application, { actor, now: deps.now() });
  const name = `${application.code ?? application.applicationId}.zip`;
  const url = await deps.files.downloadUrl({ bucket: 'staging', key: made.key }, name);
  const answer = { url, name, sha256: made.sha256, manifestSha256: made.manifestSha256 };
  await deps.exports.save(outcome, [], answer);
  return answer;
});
