import type { Actor, Role } from './actor.ts';
import { hasRole } from './actor.ts';
import { refuseUnless } from './refused.ts';

/** Throws `Refused` person.role-missing unless the actor holds one of the roles in the programme. */
export const requireRole = (actor: Actor, role: Role | readonly Role[], programmeId: string): void => {
  const roles = typeof role === 'string' ? [role] : role;
  refuseUnless(
    roles.some((r) => hasRole(actor, r, programmeId)),
    'person.role-missing',
    { roles },
  );
};
