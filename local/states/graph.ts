import type { Scope, State } from './definition.ts';

export interface GraphNode {
  readonly name: string;
  readonly type: State['Type'];
  /** The Parallel or Map that it stands in. */
  readonly inside?: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'choice' | 'default' | 'catch';
  /** A choice's condition or a catch's error names. */
  readonly label?: string;
}

export interface Graph {
  readonly startAt: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The states and their ways, for drawing. State names are unique in a whole machine. */
export function graphOf(scope: Scope, inside?: string): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const [name, state] of Object.entries(scope.States)) {
    nodes.push({ name, type: state.Type, ...(inside !== undefined && { inside }) });
    edges.push(...waysOut(name, state));
    for (const inner of innerScopes(state)) {
      const graph = graphOf(inner, name);
      nodes.push(...graph.nodes);
      edges.push(...graph.edges);
    }
  }
  return { startAt: scope.StartAt, nodes, edges };
}

function innerScopes(state: State): readonly Scope[] {
  if (state.Type === 'Map') return [state.ItemProcessor];
  return state.Type === 'Parallel' ? state.Branches : [];
}

function waysOut(from: string, state: State): GraphEdge[] {
  const edges: GraphEdge[] = [];
  if ('Next' in state && state.Next !== undefined) edges.push({ from, to: state.Next, kind: 'next' });
  if (state.Type === 'Choice') {
    for (const { Condition, Next } of state.Choices) {
      edges.push({ from, to: Next, kind: 'choice', label: String(Condition) });
    }
    if (state.Default !== undefined) edges.push({ from, to: state.Default, kind: 'default' });
  }
  for (const { ErrorEquals, Next } of 'Catch' in state ? (state.Catch ?? []) : []) {
    edges.push({ from, to: Next, kind: 'catch', label: ErrorEquals.join(', ') });
  }
  return edges;
}
