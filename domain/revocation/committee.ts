import type * as z from 'zod';
import type { Application } from '../application/application.ts';
import type { Winner } from '../approval/winner.ts';
import { enter, move, moved } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { invitation, Member } from '../vote/convene.ts';
import { invite, isOver, recusalsOnRecord } from '../vote/convene.ts';
import type { Meeting } from '../vote/meeting.ts';
import type { Revocation } from './revocation.ts';

/** What is known beside the case when the committee is called together. */
export interface ConveneGround {
  readonly meetingId: string;
  readonly winner: Winner;
  /** The winner's application, for conflicts that are on record; none of an imported award. */
  readonly application: Application | undefined;
  readonly members: readonly Member[];
  /** Meetings on this case so far. */
  readonly earlier: readonly Meeting[];
}

/** By what the committee's sheet names the one who is voted on. */
const subjectOf = ({ applicationId, certificateNumber }: Winner): string => applicationId || certificateNumber;

/**
 * Calls the full committee together to decide on a revocation (A27). It is a meeting like that on the awards: quorum,
 * recusals, secret ballot; revoking takes the majority that the award itself took (D4). One meeting at a time.
 */
export function conveneOnRevocation(
  of: Revocation,
  invited: z.infer<typeof invitation>,
  { meetingId, winner, application, members, earlier }: ConveneGround,
  circumstances: Circumstances,
): { revocation: Outcome<Revocation>; meeting: Outcome<Meeting> } {
  enter('revocation', of, 'conveneVote', circumstances.actor);
  refuseUnless(earlier.every(isOver), 'vote.meeting-under-way');
  const { name, kind, award } = winner;
  const candidate = { applicationId: subjectOf(winner), name, kind, award, compositeMilli: 0 };
  const meeting = invite(
    { programmeId: of.programmeId, cycleId: winner.cycleId, revocationId: of.revocationId },
    { meetingId, ordinal: earlier.length + 1, members, candidates: [candidate] },
    invited,
    circumstances,
  );
  const recusals = recusalsOnRecord(application ? [application] : [], meeting.next.members, circumstances);
  return {
    meeting: { ...meeting, next: { ...meeting.next, recusals } },
    revocation: decided(circumstances, { ...of, meetingId }, { type: 'revocationVoteConvened', detail: { meetingId } }),
  };
}

/** What the counted ballot decides: to ask the government to revoke, or to drop the case (A27). */
export function decideByVote(of: Revocation, meeting: Meeting, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'closeVote', circumstances.actor);
  const [count] = meeting.counts ?? [];
  refuseUnless(meeting.revocationId === of.revocationId && count !== undefined, 'vote.not-closed');
  const { actor, now } = circumstances;
  const revoke = count.outcome === 'in';
  const to = revoke ? 'GovernmentRevocation' : 'Dropped';
  const { meetingId } = meeting;
  const committeeDecision = { meetingId, revoke, reason: count.reason, by: actor.personId, at: now };
  return decided(
    circumstances,
    { ...move(of, to, now), committeeDecision },
    moved(of, 'committeeDecidedRevocation', to, { meetingId, revoke, ownerId: of.ownerId }),
  );
}

/** The settings of a ballot on a revocation: those of the award, and no places to compete for. */
export const onRevocation = (rules: Rules): Rules => {
  const one = { organisation: 1, individual: 1 };
  return { ...rules, quotas: { qualityAward: one, nominationAward: one } };
};
