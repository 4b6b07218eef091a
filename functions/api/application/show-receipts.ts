import { applicationFor, receiptsOf } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showReceipts, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  // Whoever may see the application may see its receipts; to anyone else it is not there.
  applicationFor(actor, application);
  return receiptsOf(application);
});
