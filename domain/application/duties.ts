import type { Grant, Role } from '../actor.ts';
import { roleIsHeld } from '../actor.ts';
import { isEnd } from '../lifecycle.ts';
import { refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';

/** Duties that cannot be held by someone who works on an application (A7–A9). */
const impartial: readonly Role[] = [
  'office',
  'department',
  'recommendingBody',
  'assessor',
  'committeeMember',
  'registrar',
  'auditor',
];

/** Throws `Refused` member.duty-conflicts: who holds a duty in the award works on no application in it (A7). */
export function refuseIfOnDuty(grants: readonly Grant[], programmeId: string): void {
  refuseUnless(!impartial.some((role) => roleIsHeld(grants, role, programmeId)), 'member.duty-conflicts');
}

/**
 * Throws `Refused` grant.applies: whoever works on an application that is not over is given no such duty (A7). `theirs`
 * are the applications that the person owns or works on.
 */
export function refuseIfApplying(
  { role, programmeId }: Pick<Grant, 'role' | 'programmeId'>,
  theirs: readonly Pick<Application, 'programmeId' | 'stage'>[],
): void {
  const isThere = (of: Pick<Application, 'programmeId'>) => programmeId === '*' || of.programmeId === programmeId;
  const applies = theirs.some((of) => isThere(of) && !isEnd('application', of.stage));
  refuseUnless(!applies || !impartial.includes(role), 'grant.applies');
}
