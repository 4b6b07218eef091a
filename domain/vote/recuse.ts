import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, DomainEvent, Outcome } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Meeting } from './meeting.ts';
import { refuseUnlessPresiding } from './presiding.ts';
import { askedOn, haltIfShort, isRecused } from './quorum.ts';

/** Who steps back from what, and why. */
export interface Recusal {
  readonly applicationId: string;
  readonly reason: string;
  /** Another member, when the one who presides records it; left out by a member who declares it. */
  readonly personId?: string | undefined;
}

/**
 * A member is recused for an applicant: by their own declaration, or recorded by the chair. For good: nobody takes it
 * back. Throws `Refused` vote.voted-already once that member's ballot is in the box, which cannot give it back: then
 * the chair may declare the ballot void.
 */
export function recuse(
  of: Meeting,
  { applicationId, reason, personId: other }: Recusal,
  { rules, closed }: { readonly rules: Rules; readonly closed: ReadonlySet<string> },
  circumstances: Circumstances,
): Outcome<Meeting> {
  const { actor, now } = circumstances;
  const personId = other ?? actor.personId;
  refuseUnless(of.members.includes(actor.personId), 'vote.not-a-member', { persons: [actor.name] });
  if (personId !== actor.personId) refuseUnlessPresiding(of, actor, closed);
  refuseUnless(of.members.includes(personId), 'vote.not-a-member', { persons: [personId] });
  refuseUnless(of.status !== 'closed' && of.status !== 'cancelled', 'vote.wrong-status', { status: of.status });
  refuseUnless(
    of.candidates.some((c) => c.applicationId === applicationId),
    'vote.not-a-candidate',
  );
  refuseUnless(!isRecused(of, personId, applicationId), 'vote.recused-already');
  refuseUnless(!of.ballot?.voted.includes(personId), 'vote.voted-already');
  const recusals = [...of.recusals, { personId, applicationId, reason, by: actor.personId, at: now }];
  return haltIfShort({ ...of, recusals }, rules, circumstances, {
    type: 'recusalRecorded',
    detail: { personId, applicationId, reason, declared: personId === actor.personId },
  });
}

/** A member whose sheet on an application is in the box, and whose conflict with it came on record too late for that. */
export interface LateConflict {
  readonly personId: string;
  readonly applicationId: string;
}

/** The meeting with the recusals that are on record, the events of them, and those that came too late. */
export interface OnRecord {
  readonly meeting: Meeting;
  readonly events: readonly DomainEvent[];
  readonly late: readonly LateConflict[];
}

/**
 * The meeting with everyone recused whose conflict with a candidate is on record by now, found before the meeting or in
 * the middle of it (D26). Who has voted on that candidate already comes back as `late`: the box cannot give a sheet back.
 */
export function recusedOnRecord(
  of: Meeting,
  isClosed: (personId: string, applicationId: string) => boolean,
  now: string,
): OnRecord {
  const asked = new Set(askedOn(of).map((q) => q.applicationId));
  const isLate = ({ personId, applicationId }: LateConflict) =>
    asked.has(applicationId) && (of.ballot?.voted.includes(personId) ?? false);
  const known = of.candidates.flatMap(({ applicationId }) =>
    of.members
      .filter((p) => !isRecused(of, p, applicationId) && isClosed(p, applicationId))
      .map((personId) => ({ personId, applicationId })),
  );
  const found = known.filter((c) => !isLate(c)).map((c) => ({ ...c, reason: '利害关系已登记', by: 'system', at: now }));
  return {
    meeting: found.length === 0 ? of : { ...of, recusals: [...of.recusals, ...found] },
    late: known.filter(isLate),
    events: found.map(({ personId, applicationId, reason }) => ({
      type: 'recusalRecorded',
      detail: { personId, applicationId, reason, declared: false },
    })),
  };
}
