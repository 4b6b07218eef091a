import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Criteria } from '../review/criteria/criteria.ts';
import { itemsOf } from '../review/criteria/criteria.ts';
import type { Review } from '../review/review.ts';
import { meanInSteps, scoreMilli, spread } from '../review/score.ts';
import type { Comparison } from './comparison.ts';

type Report = NonNullable<Application['materialReview']>;

/** The sheets that counted at an instant: handed in by then, and neither void nor returned by then. */
const countedAt = (sheets: readonly Review[], at: string): Review[] =>
  sheets.filter(
    ({ status, handedInAt, voided, returned }) =>
      status === 'handedIn' &&
      (handedInAt ?? at) <= at &&
      !(voided && voided.at <= at) &&
      !(returned && returned.at <= at),
  );

/**
 * A panel's report from the sheets it rests on (A17): which they were, the mean of each item that was not agreed on, and
 * where agreement was demanded (D25); then the score from its items.
 */
export function recomputeReport(
  { items, scoreMilli: score, sheets: basis, at }: Report,
  sheets: readonly Review[],
  criteria: Criteria,
  { consensusSpread: most }: Pick<Rules, 'consensusSpread'>,
): Omit<Comparison, 'of'>[] {
  const counted = countedAt(sheets, at);
  const ids = (of: readonly string[]) => [...of].sort().join(' ');
  const counts = ids(counted.map((s) => s.reviewId));
  const ofItems = itemsOf(criteria).flatMap(({ code }) => {
    const item = items.find((i) => i.code === code);
    const given = counted.flatMap((s) => s.items.find((i) => i.code === code)?.percentage ?? []);
    const agreed = item?.consensus ?? false;
    return [
      {
        number: `materialReview.${code}`,
        stored: item?.percentage,
        again: agreed ? item?.percentage : meanInSteps(given),
      },
      { number: `materialReview.${code}.consensus`, stored: agreed, again: agreed || spread(given) > most },
    ];
  });
  return [
    { number: 'materialReview.sheets', stored: basis ? ids(basis) : counts, again: counts },
    ...ofItems,
    { number: 'materialReview.scoreMilli', stored: score, again: scoreMilli(criteria, items) },
  ];
}
