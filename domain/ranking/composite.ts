import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import { countedPoints } from '../defence/complete.ts';

/**
 * The composite score (A20, D6) in thousandths of a point: weights × the on-site score and the mean of the defence
 * points. Whole numbers throughout, rounded once, half up. Undefined while a part is missing.
 */
export function compositeMilli(of: Application, { onSite, defence }: Rules['weights']): number | undefined {
  const points = countedPoints(of);
  const report = of.onSite?.report;
  if (!report || points.length === 0) return undefined;
  const sum = points.reduce((a, b) => a + b, 0);
  // In hundredths of a thousandth, times the number of scores: nothing is divided before the end.
  const weighted = report.scoreMilli * onSite * points.length + 1000 * sum * defence;
  return Math.floor((2 * weighted + 100 * points.length) / (200 * points.length));
}
