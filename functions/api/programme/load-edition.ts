import { requireRole } from '#domain/require-role';
import { loadEdition } from '#domain/review/criteria/edition';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.loadEdition, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', params.programmeId);
  const { programmeId } = await deps.programmes.get(params.programmeId);
  return deps.editions.load(loadEdition(programmeId, deps.newId('crt'), body, { actor, now: deps.now() }));
});
