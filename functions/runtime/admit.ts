import type { Actor } from '#domain/actor';
import { hasRoleAnywhere, publicActor } from '#domain/actor';
import { Refused } from '#domain/refused';
import type { Route } from '../api/route.ts';
import type { Claims } from './claims.ts';
import type { Deps } from './deps.ts';

/** Lets the caller in as far as the route says: the domain still asks whose record it is and in which programme. */
export async function admit(route: Route, claims: Claims | undefined, deps: Deps): Promise<Actor> {
  if (route.who === 'public') return publicActor;
  if (!claims) throw new Refused('person.not-registered');
  const stranger: Actor = { personId: claims.personId, name: claims.name, grants: [] };
  if (route.who === 'signedIn') return stranger;
  const person = await deps.people.find(claims.personId);
  if (!person) throw new Refused('person.not-registered');
  const actor: Actor = { personId: person.personId, name: person.name, grants: person.grants };
  if (route.who !== 'registered' && !route.who.some((role) => role === 'applicant' || hasRoleAnywhere(actor, role)))
    throw new Refused('person.role-missing', { roles: route.who });
  return actor;
}
