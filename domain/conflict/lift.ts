import type { Application } from '../application/application.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { isConflicted } from './conflict.ts';

/**
 * The office lifts another's conflict, with a reason; what was voided stays void. Throws `Refused` conflict.own,
 * conflict.none.
 */
export function liftConflict(
  of: Application,
  { personId, reason }: { personId: string; reason: string },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnless(personId !== actor.personId, 'conflict.own');
  refuseUnless(isConflicted(of, personId), 'conflict.none');
  const lifted = { by: actor.personId, reason, at: now };
  const conflicts = of.conflicts?.map((c) => (c.personId === personId && !c.lifted ? { ...c, lifted } : c));
  return decided(circumstances, { ...of, conflicts }, { type: 'conflictLifted', detail: { personId, reason } });
}
