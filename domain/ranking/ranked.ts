import type { Application } from '../application/application.ts';
import type { Award } from '../approval/awarding.ts';
import { awards } from '../approval/awarding.ts';
import type { Rules } from '../cycle/rules.ts';
import { compositeMilli } from './composite.ts';

/** One application in the ranking of its kind. Equal scores share a rank. */
export interface Ranked {
  readonly application: Application;
  readonly compositeMilli: number;
  readonly rank: number;
  readonly tied: boolean;
  readonly proposed: Award | null;
}

type Scored = Pick<Ranked, 'application' | 'compositeMilli'>;

const byScore = (scored: readonly Scored[]): Scored[][] => {
  const scores = [...new Set(scored.map((s) => s.compositeMilli))].sort((a, b) => b - a);
  return scores.map((score) => scored.filter((s) => s.compositeMilli === score));
};

/**
 * Ranks applications within their kind and proposes awards within the quotas (D1), the higher award first. Equal
 * scores that do not fit into a quota together are not parted by accident: they go on to the next award, and so does
 * everyone below them. Below the passing line, where the cycle has one (D6), nobody is proposed.
 */
export function ranked(
  applications: readonly Application[],
  rules: Pick<Rules, 'weights' | 'quotas' | 'passingLineMilli'>,
): Ranked[] {
  const scored = applications.flatMap((application): Scored[] => {
    const score = compositeMilli(application, rules.weights);
    return score === undefined ? [] : [{ application, compositeMilli: score }];
  });
  return (['organisation', 'individual'] as const).flatMap((kind) => {
    const open: Award[] = [...awards];
    const left = { qualityAward: rules.quotas.qualityAward[kind], nominationAward: rules.quotas.nominationAward[kind] };
    let rank = 1;
    return byScore(scored.filter((s) => s.application.kind === kind)).flatMap((group) => {
      while (open[0] && left[open[0]] < group.length) open.shift();
      const passes = (group[0]?.compositeMilli ?? 0) >= (rules.passingLineMilli ?? 0);
      const proposed = (passes && open[0]) || null;
      if (proposed) left[proposed] -= group.length;
      const at = rank;
      rank += group.length;
      return group.map((s) => ({ ...s, rank: at, tied: group.length > 1, proposed }));
    });
  });
}
