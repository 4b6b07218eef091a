import type { GraphEdge } from '../../states/states.ts';

/** Ways that lead back to where the walk came from would make ranks endless: they are found and left out. */
function forwardEdges(start: string, names: readonly string[], edges: readonly GraphEdge[]): GraphEdge[] {
  const out = Map.groupBy(edges, ({ from }) => from);
  const onPath = new Set<string>();
  const done = new Set<string>();
  const forward: GraphEdge[] = [];
  const walk = (name: string): void => {
    onPath.add(name);
    for (const edge of out.get(name) ?? []) {
      if (onPath.has(edge.to)) continue;
      forward.push(edge);
      if (!done.has(edge.to)) walk(edge.to);
    }
    onPath.delete(name);
    done.add(name);
  };
  for (const name of [start, ...names]) if (!done.has(name)) walk(name);
  return forward;
}

/** The row of each state: below everything that leads to it. */
export function ranksOf(start: string, names: readonly string[], edges: readonly GraphEdge[]): Map<string, number> {
  const forward = forwardEdges(start, names, edges);
  const into = Map.groupBy(forward, ({ to }) => to);
  const ranks = new Map<string, number>();
  const rankOf = (name: string): number => {
    const known = ranks.get(name);
    if (known !== undefined) return known;
    const rank = Math.max(-1, ...(into.get(name) ?? []).map(({ from }) => rankOf(from))) + 1;
    ranks.set(name, rank);
    return rank;
  };
  names.forEach(rankOf);
  return ranks;
}
