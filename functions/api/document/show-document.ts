import { applicationIdOf, refuseUnlessReadable } from '#domain/document/access';
import { isReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  refuseUnlessReadable(actor, document, application);
  if (application && isReviewing(application, actor))
    await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return document;
});
