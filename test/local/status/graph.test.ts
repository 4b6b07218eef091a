import { describe, expect, it } from 'vitest';
import { definitionOf } from '#infra/definitions';
import type { Definition } from '#local/states/definition';
import { graphOf } from '#local/states/graph';
import { drawing } from '#local/status/graph/drawing';
import { layoutOf, type Layout, type Placed } from '#local/status/graph/layout';
import type { MachineName } from '#statemachines/machines';
import { machines } from '#statemachines/machines';

const graphs = (Object.keys(machines) as MachineName[]).map((name) => {
  const graph = graphOf(definitionOf(name) as unknown as Definition);
  return { name, graph, layout: layoutOf(graph) };
});

const overlap = (a: Placed, b: Placed) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where a way runs up or down: beside all states, or between a state and the next row. */
const verticals = (path: string): number[] => {
  const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return points.flatMap(([x, y], at) => {
    const next = points[at + 1];
    return next && next[0] === x && Math.abs(next[1] - y) > 40 ? [x] : [];
  });
};

const coversAll = ({ placed, width, height }: Layout) =>
  placed.every(
    ({ x, y, ...box }) => x - box.width / 2 >= 0 && x + box.width / 2 <= width && y >= 0 && y + box.height <= height,
  );

describe.each(graphs)('the drawing of $name', ({ graph, layout }) => {
  it('has every state of the outermost scope once, none upon another, all within its frame', () => {
    const { placed } = layout;
    expect(placed.map(({ node }) => node.name).sort()).toEqual(
      graph.nodes
        .filter(({ inside }) => inside === undefined)
        .map(({ name }) => name)
        .sort(),
    );
    for (const [at, one] of placed.entries())
      for (const other of placed.slice(at + 1))
        expect([one.node.name, other.node.name, overlap(one, other)][2]).toBe(false);
    expect(coversAll(layout)).toBe(true);
  });

  it('leads every way that skips a row around the states', () => {
    const { placed, ways } = layout;
    const left = Math.min(...placed.map(({ x, width }) => x - width / 2));
    const right = Math.max(...placed.map(({ x, width }) => x + width / 2));
    const rankOf = (name: string) => placed.find(({ node }) => node.name === name)?.rank ?? 0;
    // From a row to the next one a way may be long, too: beside a tall state a low one stands in the middle.
    for (const { path, edge } of ways.filter(({ edge }) => rankOf(edge.to) !== rankOf(edge.from) + 1))
      for (const x of verticals(path))
        expect([edge.from, edge.to, x < left || x > right]).toEqual([edge.from, edge.to, true]);
  });

  it('begins at the top', () => {
    const first = layout.placed.find(({ node }) => node.name === graph.startAt);
    expect(first?.rank).toBe(0);
  });
});

describe('an execution in a drawing', () => {
  const graph = graphOf({
    StartAt: 'First',
    States: {
      First: { Type: 'Pass', Next: 'Second' },
      Second: { Type: 'Wait', Seconds: 1, Next: 'Third' },
      Third: { Type: 'Succeed' },
    },
  });
  const standing = (failed: boolean) =>
    drawing(graph, {
      current: new Set(['Second']),
      failed,
      steps: [
        { state: 'First', times: 1 },
        { state: 'Second', from: 'First', times: 2 },
      ],
    }).text;

  it('marks what was passed, where it stands and what is ahead, and the ways it went', () => {
    const svg = standing(false);
    expect(svg).toContain('class="state Pass passed"');
    expect(svg).toContain('class="state Wait current"');
    expect(svg).toContain('class="state Succeed ahead"');
    expect(svg.match(/class="way passed"/g)).toHaveLength(1);
    expect(svg).toContain('×2');
  });

  it('marks where it failed', () => {
    expect(standing(true)).toContain('class="state Wait failed"');
  });
});
