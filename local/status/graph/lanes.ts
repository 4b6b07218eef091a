import type { GraphEdge } from '../../states/states.ts';

/** A line beside the states that ways share: all that lead to one state, or all that leave one. */
export interface Lane {
  readonly side: 'left' | 'right';
  /** Counted from the states outwards. */
  readonly column: number;
}

/** A way that skips rows or leads back, by the rows it runs between. */
export interface Detour {
  readonly edge: GraphEdge;
  readonly fromRank: number;
  readonly toRank: number;
}

const sideOf = ({ fromRank, toRank }: Detour): Lane['side'] => (toRank > fromRank ? 'right' : 'left');

/** Gives each detour its lane: forward at the right, back at the left, the short ones nearest to the states. */
export function lanesOf(detours: readonly Detour[]): Map<GraphEdge, Lane> {
  const lanes = new Map<GraphEdge, Lane>();
  for (const side of ['left', 'right'] as const) {
    const columns: [top: number, bottom: number][][] = [];
    const groups = [...sharing(detours.filter((one) => sideOf(one) === side)).values()].map((group) => {
      const rows = group.flatMap(({ fromRank, toRank }) => [fromRank, toRank]);
      return { group, top: Math.min(...rows), bottom: Math.max(...rows) };
    });
    for (const { group, top, bottom } of groups.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
      let column = columns.findIndex((taken) => taken.every(([from, to]) => to < top || bottom < from));
      if (column === -1) column = columns.push([]) - 1;
      columns[column]!.push([top, bottom]);
      for (const { edge } of group) lanes.set(edge, { side, column });
    }
  }
  return lanes;
}

/** Detours by what they share with most others: the state they lead to, or the one they leave. */
function sharing(detours: readonly Detour[]): Map<string, Detour[]> {
  const kindOf = ({ edge }: Detour) => (edge.kind === 'catch' ? 'catch' : 'way');
  const leaving = (one: Detour) => `${kindOf(one)} from ${one.edge.from}`;
  const coming = (one: Detour) => `${kindOf(one)} to ${one.edge.to}`;
  const counts = new Map<string, number>();
  for (const key of detours.flatMap((one) => [leaving(one), coming(one)])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Map.groupBy(detours, (one) =>
    (counts.get(leaving(one)) ?? 0) > (counts.get(coming(one)) ?? 0) ? leaving(one) : coming(one),
  );
}
