import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { hiddenFrom, nameFor } from './hidden.ts';
import type { Meeting, Tie } from './meeting.ts';
import { presentAt } from './attendance.ts';
import { refuseUnlessPresiding } from './presiding.ts';
import type { PutOff } from './put-off.ts';
import { withoutPutOff } from './put-off.ts';
import { askedOn, shortOf } from './quorum.ts';
import type { Question } from './round.ts';
import type { Taken } from './standing.ts';
import { mainTallies, standing } from './standing.ts';
import type { Strike } from './strike.ts';
import { standingCandidates, strike, strikeEvents } from './strike.ts';

/** What is known beside the meeting when its ballot is opened. */
export interface Opening {
  readonly strikes: readonly Strike[];
  readonly putOff: readonly PutOff[];
  readonly rules: Rules;
  readonly taken: Taken;
  /** What is closed to the actor by a conflict. */
  readonly closed: ReadonlySet<string>;
}

const questionsOn = (of: Meeting): Question[] =>
  standingCandidates(of).flatMap(({ applicationId, award }) => [
    { key: applicationId, applicationId, award },
    // One sheet, both awards: a second ballot after the first would be cast knowing how the first came out.
    ...(of.nominationAfterFailure && award === 'qualityAward'
      ? [{ key: `${applicationId}:nominationAward`, applicationId, award: 'nominationAward' as const }]
      : []),
  ]);

const runOffQuestions = (ties: readonly Tie[]): Question[] =>
  ties.flatMap(({ award, applicationIds }) => applicationIds.map((id) => ({ key: id, applicationId: id, award })));

/** The meeting with the ties as they are now; without those who have left, fewer may be equal, or there are more places. */
function stillTied(of: Meeting, { rules, taken }: Opening): Meeting {
  const { ties } = standing(of, mainTallies(of) ?? [], rules, taken);
  refuseUnless(ties.length > 0, 'vote.tie-is-over');
  return { ...of, ties: [...ties] };
}

/**
 * Throws `Refused` vote.no-quorum: the quorum must stand for every applicant asked about, after recusals (D4). Those
 * `hidden` from the actor are not named to them.
 */
export function refuseIfShort(
  of: Meeting,
  questions: readonly Pick<Question, 'applicationId'>[],
  { rules, hidden }: { readonly rules: Rules; readonly hidden: ReadonlySet<string> },
): void {
  const asked = questions.map((q) => q.applicationId);
  const all = shortOf(of, asked, rules);
  const short = all.find((s) => !hidden.has(s.applicationId)) ?? all[0];
  if (short)
    throw new Refused('vote.no-quorum', {
      name: nameFor(of, short.applicationId, hidden),
      base: short.base,
      members: of.members.length,
      quorum: rules.quorum.join('/'),
    });
}

/**
 * Opens the ballot, or the run-off when there is a tie. Candidates who withdrew, ended or are suspended since the
 * meeting was convened leave it (`strikes`); one for whom there is no quorum holds it up, unless the office puts that
 * one off, with a reason, for another meeting. There is no run-off once nobody ties any more.
 */
export function openBallot(of: Meeting, opening: Opening, circumstances: Circumstances): Outcome<Meeting> {
  const { strikes, putOff, rules } = opening;
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(of.status === 'convened' || of.status === 'tied', 'vote.wrong-status', { status: of.status });
  refuseUnless(presentAt(of).length > 0, 'vote.nobody-present');
  const isRunOff = of.status === 'tied';
  const hidden = hiddenFrom(of, circumstances.actor, opening.closed);
  const here = withoutPutOff(strike(of, strikes, circumstances.now), putOff, { rules, hidden }, circumstances.now);
  const left = isRunOff ? stillTied(here, opening) : here;
  const questions = isRunOff ? runOffQuestions(left.ties ?? []) : questionsOn(left);
  refuseUnless(questions.length > 0, 'vote.nothing-to-vote-on');
  refuseIfShort(left, questions, { rules, hidden });
  const kind = isRunOff ? ('runOff' as const) : ('main' as const);
  const ballot = {
    ...{ round: of.rounds.length + 1, kind, questions, openedAt: circumstances.now, voted: [] },
    ...(rules.ballot === 'open' && { named: [] }),
  };
  return decided(circumstances, { ...left, status: 'open', ballot }, ...strikeEvents(of, left), {
    type: 'ballotOpened',
    detail: { round: ballot.round, kind, secret: rules.ballot === 'secret' },
  });
}

/** Goes on with a ballot that had halted, once the quorum is back for everyone who has not left the vote (`strikes`). */
export function resumeBallot(
  of: Meeting,
  { strikes, rules, closed }: Pick<Opening, 'strikes' | 'rules' | 'closed'>,
  circumstances: Circumstances,
): Outcome<Meeting> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(of.status === 'halted', 'vote.wrong-status', { status: of.status });
  const left = strike(of, strikes, circumstances.now);
  refuseIfShort(left, askedOn(left), { rules, hidden: hiddenFrom(of, circumstances.actor, closed) });
  return decided(circumstances, { ...left, status: 'open' }, ...strikeEvents(of, left), {
    type: 'ballotResumed',
    detail: {},
  });
}

/**
 * Declares a ballot void: what was cast is destroyed uncounted, and it can be opened again. The chair's, with a reason.
 */
export function voidBallot(
  of: Meeting,
  { reason, closed }: { readonly reason: string; readonly closed: ReadonlySet<string> },
  circumstances: Circumstances,
): Outcome<Meeting> {
  const { actor, now } = circumstances;
  refuseUnlessPresiding(of, actor, closed);
  refuseUnless(of.status === 'open' || of.status === 'halted', 'vote.wrong-status', { status: of.status });
  const { ballot } = of;
  if (!ballot) throw new Refused('vote.wrong-status', { status: of.status });
  const { round, kind, openedAt, voted } = ballot;
  const over = { round, kind, openedAt, endedAt: now, ballots: voted.length, void: reason, tallies: [] };
  const status = kind === 'runOff' ? ('tied' as const) : ('convened' as const);
  return decided(
    circumstances,
    { ...of, status, ballot: undefined, rounds: [...of.rounds, over] },
    { type: 'ballotVoid', detail: { round, reason } },
  );
}
