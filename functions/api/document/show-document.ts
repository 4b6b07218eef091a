import { applicationIdOf, refuseUnlessReadable } from '#domain/document/access';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  refuseUnlessReadable(actor, document, applicationId ? await deps.applications.get(applicationId) : undefined);
  return document;
});
