import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import { countedPoints } from '../defence/complete.ts';

/**
 * The composite score (A20, D6) in thousandths of a point: weights × mean of the defence points and on-site points.
 * Whole numbers throughout, rounded once, half up. Undefined while a part is missing.
 */
export function compositeMilli(of: Application, { onSite, defence }: Rules['weights']): number | undefined {
  const points = countedPoints(of);
  const report = of.onSite?.report;
  if (!report || points.length === 0) return undefined;
  const sum = points.reduce((a, b) => a + b, 0);
  const weighted = report.points * onSite * points.length + sum * defence;
  return Math.floor((20 * weighted + points.length) / (2 * points.length));
}
