import { refuseUnlessKnown } from '#domain/objection/access';
import { evidenceParent } from '#domain/objection/evidence';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { noteOfficialOpening } from '#functions/runtime/opening';
import { routes } from '../routes.ts';
import { caseOf } from './case.ts';

export const handler = http(routes.downloadObjectionEvidence, async ({ params, actor, deps }) => {
  const { objection, application } = await caseOf(params.objectionId, deps);
  refuseUnlessKnown(actor, objection, application);
  const document = await deps.documents.get(params.documentId);
  refuseUnless(document.parent === evidenceParent(params.objectionId), 'record.not-found', { record: 'document' });
  refuseUnless(document.status === 'checked', 'document.not-checked');
  const kept = objection.kept?.find((k) => k.documentId === document.documentId);
  const at = kept
    ? ({ bucket: 'records', key: kept.recordsKey, versionId: kept.versionId } as const)
    : ({ bucket: 'staging', key: document.stagingKey } as const);
  await noteOfficialOpening(document, { actor, applicationId: objection.applicationId, deps });
  return { url: await deps.files.downloadUrl(at, document.name), name: document.name, sha256: document.sha256 };
});
