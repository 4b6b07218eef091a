import { applicationIdOf, isTheirs, refuseUnlessReadable } from '#domain/document/access';
import { refuseUnless } from '#domain/refused';
import { isReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { noteOpening } from '#functions/runtime/opening';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  refuseUnlessReadable(actor, document, application);
  if (application && isReviewing(application, actor))
    await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const filed = [...(application?.receipt?.files ?? []), ...(application?.onSite?.report?.evidence ?? [])].find(
    (f) => f.documentId === document.documentId,
  );
  refuseUnless(!!filed || document.status === 'checked', 'document.not-checked');
  const at = filed
    ? ({ bucket: 'records', key: filed.recordsKey, versionId: filed.versionId } as const)
    : document.kept
      ? ({ bucket: 'records', ...document.kept } as const)
      : ({ bucket: 'staging', key: document.stagingKey } as const);
  if (!isTheirs(actor, document, application)) await noteOpening(document, { actor, applicationId, deps });
  return { url: await deps.files.downloadUrl(at, document.name), name: document.name, sha256: document.sha256 };
});
