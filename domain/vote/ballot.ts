import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Choice, Meeting } from './meeting.ts';

/** Members present and not recused for an applicant. */
export const votersOn = (of: Meeting, applicationId: string): string[] =>
  of.present.filter((p) => !of.recusals.some((r) => r.personId === p && r.applicationId === applicationId));

/** Whether a part reaches a fraction of the whole, exactly: ⅔ of 9 is 6. */
export const reaches = (part: number, [numerator, denominator]: readonly [number, number], whole: number): boolean =>
  part * denominator >= whole * numerator;

/** Records who is present and who is recused from what; until the ballot opens it can be corrected. */
export function recordAttendance(
  of: Meeting,
  { present, recusals }: Pick<Meeting, 'present' | 'recusals'>,
  circumstances: Circumstances,
): Outcome<Meeting> {
  refuseUnless(of.status === 'convened', 'vote.wrong-status', { status: of.status });
  const strangers = [...present, ...recusals.map((r) => r.personId)].filter((p) => !of.members.includes(p));
  refuseUnless(strangers.length === 0, 'vote.not-a-member', { persons: strangers });
  return decided(
    circumstances,
    { ...of, present: [...new Set(present)], recusals },
    { type: 'attendanceRecorded', detail: { present: present.length, recusals: recusals.length } },
  );
}

/** Opens the ballot. Throws `Refused` vote.no-quorum: the quorum must stand for every applicant after recusals (D4). */
export function openBallot(of: Meeting, rules: Rules, circumstances: Circumstances): Outcome<Meeting> {
  refuseUnless(of.status === 'convened', 'vote.wrong-status', { status: of.status });
  for (const { applicationId, name } of of.candidates) {
    const base = votersOn(of, applicationId).length;
    if (!reaches(base, rules.quorum, of.members.length))
      throw new Refused('vote.no-quorum', { name, base, members: of.members.length, quorum: rules.quorum.join('/') });
  }
  return decided(circumstances, { ...of, status: 'open' }, { type: 'ballotOpened', detail: {} });
}

/** One choice for one application, as it goes into the box: without a name, without a time. */
export interface BallotSlip {
  readonly applicationId: string;
  readonly choice: Choice;
}

/**
 * Casts a member's ballot. The outcome notes on the roll that they voted; the slips are returned apart and hold
 * nothing of who, so that nothing that is stored joins the two. Throws `Refused` when it is not theirs to vote, a
 * second time, or when the ballot is not exactly what they vote on.
 */
export function castBallot(
  of: Meeting,
  choices: Readonly<Record<string, Choice>>,
  { actor, now }: Circumstances,
): { outcome: Outcome<Meeting>; slips: BallotSlip[] } {
  refuseUnless(of.status === 'open', 'vote.wrong-status', { status: of.status });
  refuseUnless(of.members.includes(actor.personId), 'vote.not-a-member', { persons: [actor.name] });
  refuseUnless(of.present.includes(actor.personId), 'vote.not-present');
  refuseUnless(!of.voted.includes(actor.personId), 'vote.voted-already');
  const due = of.candidates.map((c) => c.applicationId).filter((id) => votersOn(of, id).includes(actor.personId));
  const given = Object.keys(choices);
  refuseUnless(given.length === due.length && due.every((id) => given.includes(id)), 'vote.ballot-incomplete');
  return {
    // Sorted, so that the roll does not tell the order of voting.
    outcome: decided(
      { actor, now },
      { ...of, voted: [...of.voted, actor.personId].sort() },
      { type: 'ballotCast', detail: {} },
    ),
    slips: due.map((applicationId) => ({ applicationId, choice: choices[applicationId] ?? 'abstain' })),
  };
}
