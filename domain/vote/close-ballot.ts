import type { Award } from '../approval/awarding.ts';
import { awards } from '../approval/awarding.ts';
import type { Rules } from '../cycle/rules.ts';
import type { ListEntry } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { BallotSlip } from './ballot.ts';
import { reaches, votersOn } from './ballot.ts';
import type { Count, Meeting } from './meeting.ts';

type Candidate = Meeting['candidates'][number];
type Counted = Candidate & Omit<Count, 'outcome' | 'reason'>;

const tally = (slips: readonly BallotSlip[], id: string, choice: string) =>
  slips.filter((s) => s.applicationId === id && s.choice === choice).length;

/** Counts one candidate; an abstention is in the base but is no assent (D4). */
function countOf(of: Meeting, candidate: Candidate, slips: readonly BallotSlip[], rules: Rules): Counted {
  const id = candidate.applicationId;
  const yes = tally(slips, id, 'yes');
  const base = votersOn(of, id).length;
  return {
    ...candidate,
    yes,
    no: tally(slips, id, 'no'),
    abstain: tally(slips, id, 'abstain'),
    base,
    passed: reaches(yes, rules.majority[candidate.award], base),
  };
}

const better = (a: Counted, b: Counted) => b.yes - a.yes || b.compositeMilli - a.compositeMilli;

/** Who of those that passed fits into the quota: by votes, then composite score (D5). Throws on a tie at the edge. */
function withinQuota(passed: Counted[], quota: number): Counted[] {
  const ranked = [...passed].sort(better);
  const last = ranked[quota - 1];
  const next = ranked[quota];
  if (last && next && better(last, next) === 0)
    throw new Refused('vote.run-off-needed', { names: [last.name, next.name] });
  return ranked.slice(0, quota);
}

const reasonOf = (counted: Counted, isIn: boolean) => {
  const votes = `赞成 ${counted.yes}、反对 ${counted.no}、弃权 ${counted.abstain},计票基数 ${counted.base}`;
  return isIn ? `表决通过(${votes})` : counted.passed ? `已过半但名额已满(${votes})` : `未达法定多数(${votes})`;
};

/**
 * Closes the ballot: every member present has voted; majorities are exact fractions, quotas by award and kind (D1, D4,
 * D5). Fewer winners than the quota, or none, is a valid end (A4). Returns the list's entries beside the meeting.
 */
export function closeBallot(
  of: Meeting,
  slips: readonly BallotSlip[],
  minutes: string,
  rules: Rules,
  circumstances: Circumstances,
): { outcome: Outcome<Meeting>; entries: ListEntry[] } {
  refuseUnless(of.status === 'open', 'vote.wrong-status', { status: of.status });
  refuseUnless(of.voted.length === of.present.length, 'vote.votes-outstanding');
  const counted = of.candidates.map((c) => countOf(of, c, slips, rules));
  const winners = awards.flatMap((award: Award) =>
    (['organisation', 'individual'] as const).flatMap((kind) =>
      withinQuota(
        counted.filter((c) => c.passed && c.award === award && c.kind === kind),
        rules.quotas[award][kind],
      ),
    ),
  );
  const counts = counted.map((c): Count => {
    const isIn = winners.some((w) => w.applicationId === c.applicationId);
    const { applicationId, yes, no, abstain, base, passed } = c;
    return { applicationId, yes, no, abstain, base, passed, outcome: isIn ? 'in' : 'out', reason: reasonOf(c, isIn) };
  });
  const entries = counted.map((c, i): ListEntry => {
    const { applicationId, award } = c;
    return { applicationId, award, outcome: counts[i]?.outcome ?? 'out', reason: counts[i]?.reason ?? '' };
  });
  return {
    outcome: decided(
      circumstances,
      { ...of, status: 'closed', counts, minutes },
      { type: 'ballotClosed', detail: { winners: winners.length, vacancies: winners.length === 0 } },
    ),
    entries,
  };
}
