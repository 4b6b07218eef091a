import { applicationIdOf, isOnPanel, refuseUnlessReadable } from '#domain/document/access';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showDocument, async ({ params, actor, deps }) => {
  const document = await deps.documents.get(params.documentId);
  const applicationId = applicationIdOf(document);
  const application = applicationId ? await deps.applications.get(applicationId) : undefined;
  refuseUnlessReadable(actor, document, application);
  if (application && isOnPanel(actor, application))
    await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  return document;
});
