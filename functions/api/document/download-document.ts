import { applicationIdOf, isOnPanel, isTheirs, refuseUnlessReadable } from '#domain/document/access';
import { noteOpened } from '#domain/document/upload';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.downloadDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  refuseUnlessReadable(actor, document, application);
  refuseUnless(document.status === 'checked', 'document.not-checked');
  if (application && isOnPanel(actor, application))
    await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const filed = [...(application?.receipt?.files ?? []), ...(application?.onSite?.report?.evidence ?? [])].find(
    (f) => f.documentId === document.documentId,
  );
  const at = filed
    ? ({ bucket: 'records', key: filed.recordsKey, versionId: filed.versionId } as const)
    : document.kept
      ? ({ bucket: 'records', ...document.kept } as const)
      : ({ bucket: 'staging', key: document.stagingKey } as const);
  // Whoever marked a file as confidential can be told who opened it.
  if (document.confidential && !isTheirs(actor, document, application))
    await deps.documents.save(noteOpened(document, { actor, now: deps.now() }));
  return { url: await deps.files.downloadUrl(at, document.name), name: document.name, sha256: document.sha256 };
});
