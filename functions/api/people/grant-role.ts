import { grantRole } from '#domain/programme/person';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.grantRole, async ({ params, body, actor, deps }) => {
  requireRole(actor, 'administrator', body.programmeId);
  if (body.programmeId !== '*') await deps.programmes.get(body.programmeId);
  const person = await deps.people.get(params.personId);
  return deps.people.save(grantRole(person, body, { actor, now: deps.now() }, deps.newId));
});
