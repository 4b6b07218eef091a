import { weightOf } from './expertise.ts';
import type { Problem } from './problem.ts';

/** A seat that a panel needs to close anything outweighs every other wish; a further seat outweighs load and fields. */
const neededSeat = 1_000_000;
const furtherSeat = 100_000;
/** The later a further seat, the less it counts: panels grow evenly. */
const laterSeat = 1000;
/** One case more than another bears is worth this much expertise, of 9. */
const unevenLoad = 10;

export const seatName = (candidate: number, panel: number): string => `x${candidate}_${panel}`;

const sum = (terms: readonly string[]) => (terms.length > 0 ? terms.join(' + ') : '0 none');
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/**
 * The assignment as a min-cost flow, written as a linear programme (CPLEX LP): from each candidate, over unit arcs that
 * cost more with each case (so that the load is spread), through the allowed pairs (cheaper the better the fields fit),
 * into each panel's needed and further seats. A flow network's matrix is totally unimodular: the simplex method's
 * optimum is whole, exact and no branching is needed.
 */
export function formulate({ rules, panels, candidates, pairs }: Problem): string {
  const cost: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = ['0 <= none <= 0'];
  const bounded = (name: string, most: number) => bounds.push(`0 <= ${name} <= ${most}`);
  const isFree = (i: number, j: number) => pairs[j]?.[i]?.blocks.length === 0;

  candidates.forEach(({ reviews }, i) => {
    const arcs = panels.flatMap((_, j) => (isFree(i, j) ? [seatName(i, j)] : []));
    const loads = range(reviews.size, rules.assessorLoad).slice(0, arcs.length);
    const units = loads.map((load) => {
      const name = `l${i}_${load}`;
      cost.push(`+ ${unevenLoad * (2 * load + 1)} ${name}`);
      bounded(name, 1);
      return name;
    });
    if (arcs.length > 0) rows.push(`c${i}: ${sum(arcs)} - ${units.length > 0 ? units.join(' - ') : 'none'} = 0`);
  });

  panels.forEach(({ members, open }, j) => {
    const arcs = candidates.flatMap((_, i) => (isFree(i, j) ? [seatName(i, j)] : []));
    const needed = Math.min(open, Math.max(0, rules.panelMinimum - members.length));
    const seats = range(needed, open).map((seat) => {
      const name = `f${j}_${seat}`;
      cost.push(`- ${furtherSeat - laterSeat * seat} ${name}`);
      bounded(name, 1);
      return name;
    });
    cost.push(`- ${neededSeat} n${j}`);
    bounded(`n${j}`, needed);
    rows.push(`p${j}: ${sum(arcs)} - n${j}${seats.map((s) => ` - ${s}`).join('')} = 0`);
    candidates.forEach((_, i) => {
      const pair = pairs[j]?.[i];
      if (!pair || !isFree(i, j)) return;
      cost.push(`- ${weightOf(pair.expertise)} ${seatName(i, j)}`);
      bounded(seatName(i, j), 1);
    });
  });
  return ['Minimize', ` obj: ${cost.join('\n ')}`, 'Subject To', ...rows, 'Bounds', ...bounds, 'End', ''].join('\n');
}
