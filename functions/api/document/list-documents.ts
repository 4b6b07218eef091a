import { mayRead, readable } from '#domain/document/access';
import { refuseUnless } from '#domain/refused';
import { isReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listDocuments, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnless(mayRead(actor, application), 'record.not-found', { record: 'application' });
  if (isReviewing(application, actor)) await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const documents = await deps.documents.of(`application:${application.applicationId}`);
  return { items: readable(actor, application, documents) };
});
