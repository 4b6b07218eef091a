import { evidenceParent } from '#domain/revocation/evidence';
import { revocationFor } from '#domain/revocation/view';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showRevocation, async ({ params, actor, deps }) => {
  const shown = revocationFor(actor, await deps.revocations.get(params.revocationId));
  const files = await deps.documents.of(evidenceParent(params.revocationId));
  return { ...shown, evidence: files.filter((d) => d.status !== 'removed') };
});
