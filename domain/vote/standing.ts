import type { Award } from '../approval/awarding.ts';
import { awards } from '../approval/awarding.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Candidate, Meeting, Tie } from './meeting.ts';
import { reaches } from './quorum.ts';
import type { Tally } from './round.ts';

/** A candidate with what was counted for one award. */
export interface Counted extends Candidate {
  readonly tally: Tally;
  readonly passed: boolean;
}

/** What is known of places that are taken already: winners of an earlier vote of the cycle who still stand. */
export type Taken = readonly { readonly award: Award; readonly kind: Candidate['kind'] }[];

/** How the vote stands: who is in for which award, and the ties that have to be resolved first. */
export interface Standing {
  readonly counted: readonly Counted[];
  readonly winners: readonly { readonly applicationId: string; readonly award: Award }[];
  readonly ties: readonly Tie[];
}

interface Pool {
  readonly award: Award;
  readonly places: number;
  readonly candidates: readonly Counted[];
}

/** The pools that share places: a pool for each kind, or one for both together, as the cycle reads the quota (D1). */
function poolsOf(award: Award, counted: readonly Counted[], { quotas }: Pick<Rules, 'quotas'>, taken: Taken): Pool[] {
  const quota = quotas[award];
  const held = taken.filter((t) => t.award === award);
  const { together } = quota;
  if (together !== undefined) return [{ award, places: Math.max(0, together - held.length), candidates: counted }];
  return (['organisation', 'individual'] as const).map((kind) => ({
    award,
    places: Math.max(0, quota[kind] - held.filter((t) => t.kind === kind).length),
    candidates: counted.filter((c) => c.kind === kind),
  }));
}

/** Best first: by votes, then composite score unless the cycle leaves it out, then the run-offs in their order (D5). */
const comparator =
  (runOffs: readonly (readonly Tally[])[], { tieBreak }: Pick<Rules, 'tieBreak'>) =>
  (a: Counted, b: Counted): number => {
    const again = (tallies: readonly Tally[], { applicationId, tally }: Counted) =>
      tallies.find((t) => t.applicationId === applicationId && t.award === tally.award)?.yes;
    const byRunOff = runOffs.reduce((decided, tallies) => {
      const [one, other] = [again(tallies, a), again(tallies, b)];
      return decided !== 0 || one === undefined || other === undefined ? decided : other - one;
    }, 0);
    const byScore = tieBreak === 'votesThenScoreThenRunOff' ? b.compositeMilli - a.compositeMilli : 0;
    return b.tally.yes - a.tally.yes || byScore || byRunOff;
  };

/** Who is in by the places of the pool, and who ties at its edge. Those below an unresolved tie are out. */
function settle(pool: Pool, compare: (a: Counted, b: Counted) => number): { in: Counted[]; tie?: Tie } {
  const ranked = pool.candidates.filter((c) => c.passed).sort(compare);
  const last = ranked[pool.places - 1];
  const next = ranked[pool.places];
  if (!last || !next || compare(last, next) !== 0) return { in: ranked.slice(0, pool.places) };
  const tied = ranked.filter((c) => compare(c, last) === 0);
  const sure = ranked.filter((c) => compare(c, last) < 0);
  const applicationIds = tied.map((c) => c.applicationId);
  return { in: sure, tie: { award: pool.award, places: pool.places - sure.length, applicationIds } };
}

const sameTie = (a: Tie, b: Tie) =>
  a.award === b.award && a.applicationIds.every((id) => b.applicationIds.includes(id));

/** What the main ballot came to, once it is counted. */
export const mainTallies = ({ rounds }: Pick<Meeting, 'rounds'>): readonly Tally[] | undefined =>
  rounds.find((r) => r.kind === 'main' && !r.void)?.tallies;

/**
 * How the vote stands, from the main ballot, the run-offs so far and the vacancies resolved. The Quality Award is
 * settled before the Nomination Award: nobody is on both lists (A5). Fewer winners than places, or none, is a valid
 * end (A4).
 */
export function standing(of: Meeting, main: readonly Tally[], rules: Rules, taken: Taken): Standing {
  const struck = new Set(of.struck.map((s) => s.applicationId));
  const counted = main.flatMap((tally): Counted[] => {
    const candidate = of.candidates.find((c) => c.applicationId === tally.applicationId);
    if (!candidate || struck.has(tally.applicationId)) return [];
    return [{ ...candidate, tally, passed: reaches(tally.yes, rules.majority[tally.award], tally.base) }];
  });
  const runOffs = of.rounds.filter((r) => r.kind === 'runOff' && !r.void).map((r) => r.tallies);
  const compare = comparator(runOffs, rules);
  const winners: { applicationId: string; award: Award }[] = [];
  for (const award of awards) {
    const open = counted.filter(
      (c) => c.tally.award === award && !winners.some((w) => w.applicationId === c.applicationId),
    );
    const settled = poolsOf(award, open, rules, taken).map((pool) => settle(pool, compare));
    winners.push(...settled.flatMap((s) => s.in.map(({ applicationId }) => ({ applicationId, award }))));
    const ties = settled.flatMap((s) => (s.tie && !of.vacancies.some((v) => sameTie(s.tie as Tie, v)) ? [s.tie] : []));
    if (ties.length > 0) return { counted, winners, ties };
  }
  return { counted, winners, ties: [] };
}
