import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showRevocation, async ({ params, actor, deps }) =>
  revocationFor(actor, await deps.revocations.get(params.revocationId)),
);
