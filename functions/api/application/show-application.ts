import { applicationFor } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showApplication, async ({ params, actor, deps }) =>
  applicationFor(actor, await deps.applications.get(params.applicationId)),
);
