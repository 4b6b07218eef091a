import { enter } from '#domain/case';
import { applicationIdOf, isTheirs } from '#domain/document/access';
import { removeDocument } from '#domain/document/upload';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.removeDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  refuseUnless(isTheirs(actor, document, application), 'record.not-found', { record: 'document' });
  if (application) enter('application', application, 'removeDocument', actor);
  const handedIn = application
    ? application.receipt?.files.some((f) => f.documentId === document.documentId)
    : document.kept !== undefined;
  return deps.documents.save(removeDocument(document, !!handedIn, { actor, now: deps.now() }));
});
