import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { presentAt } from './attendance.ts';
import type { Meeting } from './meeting.ts';
import { askedOn, isRecused } from './quorum.ts';
import type { Choice, Question } from './round.ts';

/** What the member is asked: everything on the ballot but what they are recused from and what left it. */
export const questionsFor = (of: Meeting, personId: string): Question[] =>
  askedOn(of).filter((q) => !isRecused(of, personId, q.applicationId));

/**
 * Casts a member's one sheet. The outcome notes on the roll that they voted; the sheet goes back apart, to be added to
 * the box, so that nothing that is stored joins the two (in an open ballot it is noted with the name, D4). Throws
 * `Refused` when it is not theirs to vote, a second time, while the ballot has halted, or when the sheet is not exactly
 * what they vote on.
 */
export function castBallot(
  of: Meeting,
  sheet: Readonly<Record<string, Choice>>,
  { actor, now }: Circumstances,
): { outcome: Outcome<Meeting>; sheet: Readonly<Record<string, Choice>> } {
  const { personId, name } = actor;
  refuseUnless(of.members.includes(personId), 'vote.not-a-member', { persons: [name] });
  const { ballot } = of;
  if (of.status !== 'open' || !ballot)
    throw new Refused(of.status === 'halted' ? 'vote.halted' : 'vote.wrong-status', { status: of.status });
  refuseUnless(!ballot.voted.includes(personId), 'vote.voted-already');
  refuseUnless(presentAt(of).includes(personId), 'vote.not-present');
  const due = questionsFor(of, personId).map((q) => q.key);
  const given = Object.keys(sheet);
  refuseUnless(due.length > 0, 'vote.nothing-to-vote-on');
  refuseUnless(given.length === due.length && due.every((key) => given.includes(key)), 'vote.ballot-incomplete');
  const next = {
    ...ballot,
    // Sorted, so that the roll does not tell the order of voting.
    voted: [...ballot.voted, personId].sort(),
    ...(ballot.named && {
      named: [...ballot.named, { personId, choices: sheet }].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    }),
  };
  return {
    outcome: decided({ actor, now }, { ...of, ballot: next }, { type: 'ballotCast', detail: { round: ballot.round } }),
    sheet,
  };
}
