import * as z from 'zod';
import type { Actor, Grant, Role } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { peopleOf } from '../applicant.ts';
import type { Application } from '../application/application.ts';
import { actionsOf, isEnd } from '../lifecycle.ts';
import type { Circumstances } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Review } from '../review/review.ts';
import { conflictGrounds, isConflicted } from './conflict.ts';
import type { SteppedBack } from './step-back.ts';
import { stepBack } from './step-back.ts';

/** What is declared or recorded. */
export const conflictDeclaration = z.object({
  ground: z.enum(conflictGrounds),
  statement: z.string().trim().min(1).max(1000),
});
type Declaration = z.infer<typeof conflictDeclaration>;

/**
 * Whose duty can be in conflict with a case. Not the auditors': they oversee the office, which must not be able to
 * blind them; nor the administrators', who see no case by that role.
 */
export const partialRoles = [
  'assessor',
  'office',
  'committeeMember',
  'department',
  'recommendingBody',
  'registrar',
] as const satisfies readonly Role[];

/** A case that goes on, or a winner's: duties, inspections, bonus and revocation are decided on after the award too. */
const refuseUnlessDecidedOn = (of: Application, action: string): void => {
  refuseUnless(of.stage !== 'Draft', 'record.not-found', { record: 'application' });
  refuseUnless(of.stage === 'Awarded' || !isEnd('application', of.stage), 'stage.action-unavailable', {
    stage: of.stage,
    action,
    available: Object.keys(actionsOf('application', of.stage)),
  });
};

/**
 * A person with a duty in the programme declares their own conflict with an application, before or after being
 * assigned, or after its award: from now on they see nothing of it. Throws `Refused` conflict.declared-already,
 * conflict.applicant.
 */
export function declareConflict(
  of: Application,
  declaration: Declaration,
  sheets: readonly Review[],
  circumstances: Circumstances,
): SteppedBack {
  const { actor } = circumstances;
  requireRole(actor, partialRoles, of.programmeId);
  refuseUnlessDecidedOn(of, 'declareConflict');
  refuseUnless(!isConflicted(of, actor.personId), 'conflict.declared-already');
  refuseUnless(!peopleOf(of).includes(actor.personId), 'conflict.applicant');
  return stepBack(of, { ...declaration, personId: actor.personId, source: 'declared' }, sheets, circumstances);
}

/**
 * The office records another's conflict, found or reported: pinned, since the person concerned no longer sees the case
 * and cannot lift it. Throws `Refused` conflict.recorded-already, conflict.no-duty, conflict.applicant.
 */
export function recordConflict(
  of: Application,
  declaration: Declaration & { readonly about: { readonly personId: string; readonly grants: readonly Grant[] } },
  sheets: readonly Review[],
  circumstances: Circumstances,
): SteppedBack {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnlessDecidedOn(of, 'recordConflict');
  const { about, ground, statement } = declaration;
  const person: Actor = { ...about, name: '' };
  refuseUnless(
    partialRoles.some((role) => hasRole(person, role, of.programmeId)),
    'conflict.no-duty',
  );
  refuseUnless(!peopleOf(of).includes(about.personId), 'conflict.applicant');
  refuseUnless(!isConflicted(of, about.personId), 'conflict.recorded-already');
  return stepBack(of, { personId: about.personId, ground, statement, source: 'recorded' }, sheets, circumstances);
}
