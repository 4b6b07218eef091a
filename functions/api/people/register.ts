import { register } from '#domain/programme/person';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.register, async ({ body, claims, actor, deps }) => {
  refuseUnless(!(await deps.people.find(actor.personId)), 'person.already-registered');
  const first = (deps.config.BOOTSTRAP_ADMINISTRATORS ?? '').split(',').map((s) => s.trim());
  const who = {
    personId: actor.personId,
    name: body.name,
    email: claims?.email ?? '',
    phone: body.phone,
    language: body.language,
  };
  const isFirstAdministrator = first.includes(claims?.subject ?? '');
  return deps.people.save(register(who, isFirstAdministrator, { actor, now: deps.now() }, deps.newId));
});
