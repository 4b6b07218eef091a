import { hasRole } from '../actor.ts';
import type { Actor } from '../actor.ts';
import { signedDecision } from '../approval/decide.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Instant, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Ban } from './ban.ts';
import { isInForce } from './ban.ts';

/** The decision by which a ban ends early. */
export interface Lifting {
  readonly number: string;
  readonly date: string;
  readonly reason: string;
}

/**
 * A ban ends early only by a decision of the government, entered by the registrar with its signed document, as the
 * revocation itself was (A27). Throws `Refused` ban.over, approval.date-in-future, approval.document-missing.
 */
export function liftBan(
  of: Ban,
  { number, date, reason }: Lifting,
  document: Document | undefined,
  circumstances: Circumstances,
): Outcome<Ban> {
  const { actor, now } = circumstances;
  requireRole(actor, 'registrar', of.programmeId);
  refuseUnless(isInForce(of, now), 'ban.over', { until: of.until });
  refuseUnless(date <= dateAt(now), 'approval.date-in-future');
  const { documentId } = signedDecision(document, actor.personId, of.programmeId);
  const lifted = { number, date, reason, documentId, by: actor.personId, at: now };
  return decided(circumstances, { ...of, lifted }, { type: 'banLifted', detail: { number, date, reason } });
}

const readers = ['office', 'registrar', 'auditor'] as const;

/** Throws `Refused` person.role-missing unless the actor may look at bans: the intake, the registrar, the auditors. */
export const refuseUnlessReadsBans = (actor: Actor, programmeId: string): void =>
  refuseUnless(
    readers.some((role) => hasRole(actor, role, programmeId)),
    'person.role-missing',
    { roles: readers },
  );

/** The ban as the intake reads it: whether it holds, and until when; never the identifier (PIPL). */
export const banFor = (of: Ban, now: Instant) => ({
  ...of,
  status: isInForce(of, now) ? ('inForce' as const) : of.lifted ? ('lifted' as const) : ('over' as const),
});
