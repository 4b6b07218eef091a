import type { Actor } from '../actor.ts';
import { hasRole, jurisdictionsOf } from '../actor.ts';
import type { Membership } from '../applicant.ts';
import type { Winner } from '../approval/winner.ts';
import { actsForWinner } from '../award-mark/entitlement.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { NewWinnerEntry, WinnerEntry } from './entry.ts';

const answersFor = (actor: Actor, { programmeId, jurisdiction }: Pick<Winner, 'programmeId' | 'jurisdiction'>) =>
  jurisdiction !== undefined && jurisdictionsOf(actor, programmeId).includes(jurisdiction);

/** As whom the actor records: recommendations are the office's, promotion the body's, support measures of either. */
function recorderOf(of: Winner, kind: NewWinnerEntry['kind'], actor: Actor): WinnerEntry['by'] {
  const isOfficer = hasRole(actor, 'office', of.programmeId);
  if (kind !== 'promotion' && isOfficer) return 'office';
  const isBody = hasRole(actor, 'recommendingBody', of.programmeId);
  refuseUnless(kind !== 'priorityRecommendation' && isBody, 'person.role-missing', {
    roles: kind === 'promotion' ? ['recommendingBody'] : ['office'],
  });
  refuseUnless(answersFor(actor, of), 'winner.other-jurisdiction', {
    jurisdictions: jurisdictionsOf(actor, of.programmeId),
  });
  return 'recommendingBody';
}

/**
 * Records a priority recommendation, a support measure or a promotion of a winner whose award stands (A23, A24). Throws
 * `Refused` person.role-missing, winner.other-jurisdiction, winner.revoked, winner.entry-not-yet, .entry-too-early.
 */
export function recordWinnerEntry(
  of: Winner,
  entryId: string,
  content: NewWinnerEntry,
  circumstances: Circumstances,
): Outcome<WinnerEntry> {
  const { actor, now } = circumstances;
  const by = recorderOf(of, content.kind, actor);
  refuseUnless(of.status === 'standing', 'winner.revoked', { revokedOn: of.revokedOn });
  refuseUnless(content.on <= dateAt(now), 'winner.entry-not-yet', { on: content.on });
  refuseUnless(content.on >= of.decision.date, 'winner.entry-too-early', { decidedOn: of.decision.date });
  const { certificateNumber, name, jurisdiction } = of;
  return decided(
    circumstances,
    {
      ...newHead(of.programmeId),
      ...{ entryId, certificateNumber, winnerName: name, jurisdiction, content, by },
      recordedBy: actor.personId,
      recordedAt: now,
    },
    { type: 'winnerEntryRecorded', detail: { certificateNumber, kind: content.kind, on: content.on, by } },
  );
}

/** Annuls a wrong entry: the office its own, a body that of its jurisdiction. Throws `Refused` record.not-found. */
export function annulWinnerEntry(of: WinnerEntry, reason: string, circumstances: Circumstances): Outcome<WinnerEntry> {
  const { actor, now } = circumstances;
  const isTheirs = of.by === 'office' ? hasRole(actor, 'office', of.programmeId) : answersFor(actor, of);
  refuseUnless(isTheirs && !of.annulled, 'record.not-found', { record: 'winnerEntry' });
  return decided(
    circumstances,
    { ...of, annulled: { reason, at: now, by: actor.personId } },
    { type: 'winnerEntryAnnulled', detail: { certificateNumber: of.certificateNumber, reason } },
  );
}

/** Throws `Refused` record.not-found to all but office, auditor, the body of its jurisdiction and the winner. */
export function refuseUnlessReader(
  of: Winner,
  application: { readonly members?: readonly Membership[] | undefined },
  actor: Actor,
): void {
  const official = hasRole(actor, 'office', of.programmeId) || hasRole(actor, 'auditor', of.programmeId);
  if (!official && !answersFor(actor, of) && !actsForWinner(of, application, actor))
    throw new Refused('record.not-found', { record: 'winner' });
}
