import { refuseUnless } from '#domain/refused';
import { mayRead } from '#domain/document/access';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listDocuments, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnless(mayRead(actor, application), 'record.not-found', { record: 'application' });
  const documents = await deps.documents.of(`application:${application.applicationId}`);
  return { items: documents.filter((d) => d.status !== 'removed') };
});
