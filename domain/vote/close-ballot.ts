import type { Rules } from '../cycle/rules.ts';
import type { ListEntry } from '../list/list.ts';
import type { Circumstances, DomainEvent, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { presentAt } from './attendance.ts';
import { questionsFor } from './cast-ballot.ts';
import { hiddenFrom, nameFor } from './hidden.ts';
import type { Count, Meeting } from './meeting.ts';
import { refuseIfShort } from './open-ballot.ts';
import { refuseUnlessPresiding } from './presiding.ts';
import { askedOn, isRecused } from './quorum.ts';
import type { LateConflict } from './recuse.ts';
import type { Box, Tally } from './round.ts';
import type { Standing, Taken } from './standing.ts';
import { mainTallies, standing } from './standing.ts';
import type { Strike } from './strike.ts';
import { strike, strikeEvents } from './strike.ts';

/** A ballot as it is closed: the meeting, and the list's entries once nothing is left to resolve. */
export interface Closed {
  readonly outcome: Outcome<Meeting>;
  readonly entries?: readonly ListEntry[];
}

/** The majority's base: who voted or is in the room, and is not recused for the applicant (D4). */
function talliesOf(of: Meeting, box: Box): Tally[] {
  const inVote = [...new Set([...(of.ballot?.voted ?? []), ...presentAt(of)])];
  return (of.ballot?.questions ?? []).map((q) => {
    const base = inVote.filter((p) => !isRecused(of, p, q.applicationId)).length;
    const { yes, no, abstain } = box[q.key] ?? { yes: 0, no: 0, abstain: 0 };
    return { ...q, yes, no, abstain, base, notCast: base - yes - no - abstain };
  });
}

const votesIn = ({ yes, no, abstain, notCast, base }: Tally) =>
  `赞成 ${yes}、反对 ${no}、弃权 ${abstain}${notCast > 0 ? `、未投 ${notCast}` : ''}，计票基数 ${base}`;

/** A candidate's count, and what it came to without a number in it: the count is not the applicant's to know. */
interface Result {
  readonly count: Count;
  readonly ground: string;
}

/** The count and its reason for each candidate: of the award that they got, or else of the one proposed. */
function resultsOf(of: Meeting, { counted, winners }: Standing): Result[] {
  const main = counted.filter((c) => c.tally.award === c.award);
  return main.map((proposed) => {
    const won = winners.find((w) => w.applicationId === proposed.applicationId);
    const { tally, passed } =
      counted.find((c) => c.applicationId === proposed.applicationId && c.tally.award === won?.award) ?? proposed;
    const vacant = of.vacancies.find((v) => v.applicationIds.includes(proposed.applicationId));
    const ground = won
      ? '表决通过'
      : vacant
        ? `得票与得分相同，经决议（${vacant.number}）该名额空缺`
        : passed
          ? '达到法定多数但名额已满'
          : '未达法定多数';
    const reason = `${ground}（${votesIn(tally)}）`;
    const { applicationId, award, yes, no, abstain, base, notCast } = tally;
    const outcome = won ? 'in' : 'out';
    return { count: { applicationId, award, yes, no, abstain, notCast, base, passed, outcome, reason }, ground };
  });
}

const entriesOf = (results: readonly Result[]): ListEntry[] =>
  results.map(({ count: { applicationId, award, outcome, reason }, ground }) => ({
    ...{ applicationId, award, outcome, reason, ground },
  }));

/** The meeting when nothing is being voted: closed with its counts, or tied, when a run-off has to decide (D5). */
export function settled(
  before: Meeting,
  next: Meeting,
  { rules, taken, minutes }: { rules: Rules; taken: Taken; minutes: string },
  circumstances: Circumstances,
  ...events: DomainEvent[]
): Closed {
  const main = mainTallies(next);
  if (!main) throw new Refused('vote.wrong-status', { status: before.status });
  const stands = standing(next, main, rules, taken);
  const past = [...strikeEvents(before, next), ...events];
  if (stands.ties.length > 0)
    return {
      outcome: decided(circumstances, { ...next, status: 'tied', ties: [...stands.ties], minutes }, ...past, {
        type: 'runOffNeeded',
        detail: { ties: stands.ties },
      }),
    };
  const results = resultsOf(next, stands);
  const counts = results.map((r) => r.count);
  const winners = counts.filter((c) => c.outcome === 'in').length;
  return {
    outcome: decided(circumstances, { ...next, status: 'closed', ties: undefined, counts, minutes }, ...past, {
      type: 'ballotClosed',
      detail: { winners, vacancies: next.vacancies.length, noWinner: winners === 0 },
    }),
    entries: entriesOf(results),
  };
}

/** What the chair says at the closing, and what is known beside the meeting. */
export interface Closing {
  readonly box: Box;
  readonly minutes: string;
  /** Counts who is present and did not vote in the base, instead of waiting for them. */
  readonly withoutOutstanding: boolean;
  readonly strikes: readonly Strike[];
  readonly rules: Rules;
  readonly taken: Taken;
  /** Whose sheets are in the box on something that they had to step back from. */
  readonly late: readonly LateConflict[];
  /** What is closed to the chair by a conflict. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Throws `Refused` vote.conflict-after-vote while the box holds the sheet of somebody who had to step back from what is
 * still voted on: it would be counted, and cannot be taken out (D26).
 */
function refuseIfConflicted(of: Meeting, late: readonly LateConflict[]): void {
  const asked = askedOn(of).map((q) => q.applicationId);
  const persons = new Set(late.filter((c) => asked.includes(c.applicationId)).map((c) => c.personId));
  refuseUnless(persons.size === 0, 'vote.conflict-after-vote', { members: [...persons].map((p) => of.names[p] ?? p) });
}

/** A tie can end by itself, when one of those who tie withdraws: then no run-off is needed. */
function closeWithoutRunOff(of: Meeting, closing: Closing, circumstances: Circumstances): Closed {
  const closed = settled(of, strike(of, closing.strikes, circumstances.now), closing, circumstances);
  const hidden = hiddenFrom(of, circumstances.actor, closing.closed);
  const names = (closed.outcome.next.ties ?? []).flatMap((t) => t.applicationIds.map((id) => nameFor(of, id, hidden)));
  refuseUnless(closed.entries !== undefined, 'vote.run-off-needed', { names });
  return closed;
}

/**
 * Closes the ballot and counts it: majorities are exact fractions, quotas as the cycle reads them (D1, D4, D5). A tie at
 * the edge of a quota leaves the meeting tied, and there is no list before it is resolved. Fewer winners than places, or
 * none, is a valid end (A4). Throws `Refused` vote.no-quorum when a conflict that was found meanwhile left too few, and
 * vote.conflict-after-vote when it was found of somebody whose sheet is in the box: then the chair declares it void.
 */
export function closeBallot(of: Meeting, closing: Closing, circumstances: Circumstances): Closed {
  const { actor, now } = circumstances;
  refuseUnlessPresiding(of, actor, closing.closed);
  if (of.status === 'tied') return closeWithoutRunOff(of, closing, circumstances);
  const { ballot } = of;
  if (of.status !== 'open' || !ballot)
    throw new Refused(of.status === 'halted' ? 'vote.halted' : 'vote.wrong-status', { status: of.status });
  refuseIfConflicted(strike(of, closing.strikes, now), closing.late);
  const outstanding = presentAt(of).filter((p) => !ballot.voted.includes(p) && questionsFor(of, p).length > 0);
  refuseUnless(closing.withoutOutstanding || outstanding.length === 0, 'vote.votes-outstanding', {
    outstanding: outstanding.length,
  });
  const { round, kind, openedAt, voted, named } = ballot;
  const over = {
    ...{ round, kind, openedAt, endedAt: now, ballots: voted.length, tallies: talliesOf(of, closing.box) },
    ...(named && { named }),
  };
  const next = strike({ ...of, ballot: undefined, rounds: [...of.rounds, over] }, closing.strikes, now);
  // A conflict found while members voted recuses without a word in the room: the quorum is asked for once more.
  const hidden = hiddenFrom(of, actor, closing.closed);
  refuseIfShort(next, askedOn({ ...next, ballot }), { rules: closing.rules, hidden });
  return settled(of, next, closing, circumstances, {
    type: 'ballotCounted',
    detail: { round, kind, ballots: voted.length },
  });
}
