import type { GraphEdge } from '../../states/states.ts';
import { lanesOf, type Lane } from './lanes.ts';
import type { Layout, Placed } from './layout.ts';
import { curve, rounded } from './paths.ts';

export interface RoutedEdge {
  readonly edge: GraphEdge;
  /** An SVG path. */
  readonly path: string;
}

const laneWidth = 13;
const margin = 8;
/** Room above the first row and below the last for what turns there. */
const turning = 26;

/**
 * Draws the ways. What leads to the next row goes straight; what skips rows runs in a lane at the right, what leads
 * back in one at the left, so that no line crosses a state.
 */
export function routed({ placed, width, height }: Omit<Layout, 'ways'>, edges: readonly GraphEdge[]): Layout {
  const ranks = new Map(placed.map(({ node, rank }) => [node.name, rank]));
  const detours = edges
    .map((edge) => ({ edge, fromRank: ranks.get(edge.from) ?? 0, toRank: ranks.get(edge.to) ?? 0 }))
    .filter(({ fromRank, toRank }) => toRank !== fromRank + 1);
  const lanes = lanesOf(detours);
  const widthOf = (side: Lane['side']) => {
    const columns = [...lanes.values()].filter((lane) => lane.side === side).map(({ column }) => column + 1);
    return Math.max(0, ...columns) * laneWidth + margin;
  };
  const [left, right] = [widthOf('left'), widthOf('right')];
  const last = Math.max(0, ...ranks.values());
  const above = detours.some(({ toRank }) => toRank === 0) ? turning : margin;
  const below = detours.some(({ fromRank }) => fromRank === last) ? turning : margin;
  const shifted = placed.map((one) => ({ ...one, x: one.x + left, y: one.y + above }));
  const byName = new Map(shifted.map((one) => [one.node.name, one]));
  const xOf = ({ side, column }: Lane) =>
    side === 'left' ? left - margin - column * laneWidth : left + width + margin + column * laneWidth;
  const ways = edges.map((edge): RoutedEdge => {
    const [from, to] = [byName.get(edge.from)!, byName.get(edge.to)!];
    const lane = lanes.get(edge);
    return {
      edge,
      path: lane ? detour(from, to, lane, xOf(lane)) : curve([from.x, from.y + from.height], [to.x, to.y]),
    };
  });
  return { placed: shifted, ways, width: left + width + right, height: above + height + below };
}

function detour(from: Placed, to: Placed, { side, column }: Lane, x: number): string {
  const aside = side === 'left' ? -1 : 1;
  const out = from.x + aside * 6;
  const into = to.x + aside * 12;
  const bottom = from.y + from.height;
  // Lines of different lanes must not lie on each other where they run across.
  const level = 6 + (column % 4) * 3;
  return rounded([
    [out, bottom],
    [out, bottom + level],
    [x, bottom + level],
    [x, to.y - level - 4],
    [into, to.y - level - 4],
    [into, to.y],
  ]);
}
