import { enter } from '#domain/case';
import { applicationIdOf, isTheirs } from '#domain/document/access';
import { markConfidential } from '#domain/document/upload';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.markDocument, async ({ params, body, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  refuseUnless(isTheirs(actor, document, application), 'record.not-found', { record: 'document' });
  if (application) enter('application', application, 'addDocument', actor);
  return deps.documents.save(markConfidential(document, body.confidential, { actor, now: deps.now() }));
});
