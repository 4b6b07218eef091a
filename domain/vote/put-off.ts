import type { Rules } from '../cycle/rules.ts';
import { refuseUnless } from '../refused.ts';
import type { Meeting } from './meeting.ts';
import { shortOf } from './quorum.ts';
import { standingCandidates, strike } from './strike.ts';

/** A candidate whom the office leaves to another meeting, for want of a quorum. */
export interface PutOff {
  readonly applicationId: string;
  readonly reason: string;
}

/**
 * The meeting without those put off to another one. Only for want of a quorum, and never out of a run-off: who is left
 * out there has lost the place to the others. Throws `Refused` vote.no-put-off-in-run-off, vote.not-a-candidate,
 * vote.quorum-stands (A21, D4).
 */
export function withoutPutOff(
  of: Meeting,
  putOff: readonly PutOff[],
  { rules, hidden }: { readonly rules: Rules; readonly hidden: ReadonlySet<string> },
  now: string,
): Meeting {
  if (putOff.length === 0) return of;
  refuseUnless(of.status !== 'tied', 'vote.no-put-off-in-run-off');
  // To whom a case is hidden it is none of the meeting's.
  const standing = standingCandidates(of).flatMap((c) => (hidden.has(c.applicationId) ? [] : [c.applicationId]));
  refuseUnless(
    putOff.every((p) => standing.includes(p.applicationId)),
    'vote.not-a-candidate',
  );
  const short = shortOf(of, standing, rules).map((s) => s.applicationId);
  const applications = putOff.map((p) => p.applicationId).filter((id) => !short.includes(id));
  refuseUnless(applications.length === 0, 'vote.quorum-stands', { applications });
  return strike(
    of,
    putOff.map((p) => ({ ...p, because: 'noQuorum' as const })),
    now,
  );
}
