import { evidenceFor } from '#domain/revocation/evidence';
import { http } from '#functions/runtime/http';
import { noteOfficialOpening } from '#functions/runtime/opening';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadRevocationEvidence, async ({ params, actor, deps }) => {
  const revocation = await deps.revocations.get(params.revocationId);
  const document = evidenceFor(actor, revocation, await deps.documents.get(params.documentId));
  const kept = revocation.kept.find((k) => k.documentId === document.documentId);
  const at = kept
    ? ({ bucket: 'records', key: kept.recordsKey, versionId: kept.versionId } as const)
    : ({ bucket: 'staging', key: document.stagingKey } as const);
  await noteOfficialOpening(document, { actor, applicationId: revocation.applicationId, deps });
  return { url: await deps.files.downloadUrl(at, document.name), name: document.name, sha256: document.sha256 };
});
