import { endGrant } from '#domain/programme/person';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.endGrant, async ({ params, body, actor, deps }) => {
  const person = await deps.people.get(params.personId);
  const grant = person.grants.find((g) => g.grantId === params.grantId);
  requireRole(actor, 'administrator', grant?.programmeId ?? '*');
  return deps.people.save(endGrant(person, { ...body, grantId: params.grantId }, { actor, now: deps.now() }));
});
