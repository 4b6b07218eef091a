import { enter } from '#domain/case';
import { applicationIdOf } from '#domain/document/access';
import { removeDocument } from '#domain/document/upload';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.removeDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  refuseUnless(document.ownerId === actor.personId, 'record.not-found', { record: 'document' });
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  if (application) enter('application', application, 'removeDocument', actor);
  const handedIn = application?.receipt?.files.some((f) => f.documentId === document.documentId) ?? false;
  return deps.documents.save(removeDocument(document, handedIn, { actor, now: deps.now() }));
});
