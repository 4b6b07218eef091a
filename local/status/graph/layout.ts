import type { Graph, GraphEdge, GraphNode } from '../../states/states.ts';
import { ranksOf } from './ranks.ts';
import { boxOf, type Size } from './size.ts';
import { routed, type RoutedEdge } from './ways.ts';

export interface Placed extends Size {
  readonly node: GraphNode;
  /** The centre, across. */
  readonly x: number;
  /** The upper edge. */
  readonly y: number;
  readonly rank: number;
  /** What stands inside of a Parallel or a Map, placed from its upper left corner. */
  readonly inner?: Layout;
}

/** States in rows from top to bottom, and the ways between them. */
export interface Layout extends Size {
  readonly placed: readonly Placed[];
  readonly ways: readonly RoutedEdge[];
}

const between = 30;
const beside = 26;
const head = 30;
const padding = 10;

/** Places a machine's states, or those inside of one. */
export function layoutOf(graph: Graph, inside?: string): Layout {
  const nodes = graph.nodes.filter((node) => node.inside === inside);
  const names = new Set(nodes.map(({ name }) => name));
  const edges = together(graph.edges.filter(({ from, to }) => names.has(from) && names.has(to)));
  const ranks = ranksOf(startOf(graph, nodes, edges), [...names], edges);
  const rows: { node: GraphNode; inner?: Layout; size: Size }[][] = [];
  for (const node of nodes) {
    const inner = node.type === 'Map' || node.type === 'Parallel' ? layoutOf(graph, node.name) : undefined;
    const box = boxOf(node);
    const size = inner
      ? {
          width: Math.max(box.width, inner.width + 2 * padding),
          height: inner.height + head + padding,
        }
      : box;
    (rows[ranks.get(node.name) ?? 0] ??= []).push({ node, inner, size });
  }
  const widest = Math.max(0, ...rows.map((row) => widthOf(row.map(({ size }) => size))));
  const placed: Placed[] = [];
  let y = 0;
  rows.forEach((row, rank) => {
    const tallest = Math.max(...row.map(({ size }) => size.height));
    let left = (widest - widthOf(row.map(({ size }) => size))) / 2;
    for (const { node, inner, size } of row) {
      placed.push({ node, rank, x: left + size.width / 2, y: y + (tallest - size.height) / 2, ...size, inner });
      left += size.width + beside;
    }
    y += tallest + between;
  });
  return routed({ placed, width: widest, height: Math.max(0, y - between) }, edges);
}

const widthOf = (sizes: readonly Size[]): number =>
  sizes.reduce((sum, { width }) => sum + width + beside, sizes.length > 0 ? -beside : 0);

/** Inside of a fork the graph does not say where it starts: where nothing leads to. */
function startOf({ startAt }: Graph, nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string {
  const entered = new Set(edges.map(({ to }) => to));
  const names = nodes.map(({ name }) => name);
  return names.includes(startAt) ? startAt : (names.find((name) => !entered.has(name)) ?? names[0] ?? '');
}

/** Several conditions that lead the same way are one line, with all of them in its label. */
function together(edges: readonly GraphEdge[]): GraphEdge[] {
  const kindOf = ({ kind }: GraphEdge) => (kind === 'catch' ? 'catch' : 'way');
  return [...Map.groupBy(edges, (edge) => [edge.from, edge.to, kindOf(edge)].join(' ')).values()].map((same) => ({
    ...same[0]!,
    label: same.flatMap(({ label }) => label ?? []).join('\n') || undefined,
  }));
}
