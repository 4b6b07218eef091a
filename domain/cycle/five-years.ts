import { Refused } from '../refused.ts';
import type { Cycle } from './cycle.ts';

const inFiveYears = 5;

/** Throws `Refused` cycle.too-soon within five calendar years of another cycle, unless the committee decided so (A5). */
export function refuseIfTooSoon(
  { year, exceptionalResolution }: Pick<Cycle, 'year' | 'exceptionalResolution'>,
  others: readonly Cycle[],
): void {
  const near = others.find((c) => c.status !== 'draft' && Math.abs(c.year - year) < inFiveYears);
  if (near && !exceptionalResolution) throw new Refused('cycle.too-soon', { year, previous: near.year });
}
