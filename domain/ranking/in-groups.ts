/** Something with a score. */
interface Scored {
  readonly score: number;
}

/** The best first, equal scores in one group. */
export const inGroups = <T extends Scored>(scored: readonly T[]): T[][] =>
  [...new Set(scored.map((s) => s.score))]
    .sort((a, b) => b - a)
    .map((score) => scored.filter((s) => s.score === score));
