import type { Graph, Step } from '../../states/states.ts';
import { markup, type Markup } from '../markup.ts';
import { stateLabel } from '../state-names.ts';
import { layoutOf, type Layout, type Placed } from './layout.ts';
import { isSmall } from './size.ts';
import type { RoutedEdge } from './ways.ts';

/** What an execution did in a machine: the states it is in, and how it came there. */
export interface Progress {
  readonly current: ReadonlySet<string>;
  readonly steps: readonly Step[];
  readonly failed: boolean;
}

const nothingYet: Progress = { current: new Set(), steps: [], failed: false };

/** A machine's graph as SVG: the states passed and the current ones marked, ways of failure shown on request. */
export function drawing(graph: Graph, progress: Progress = nothingYet): Markup {
  const layout = layoutOf(graph);
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  const hasCatches = graph.edges.some(({ kind }) => kind === 'catch');
  return markup`<figure class="graph">
    ${
      hasCatches &&
      markup`<input type="checkbox" id="failures"><label for="failures">显示出错与逾期的去向 <span class="en" lang="en">show where failures and timeouts lead</span></label>`
    }
    <div class="graph-window"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="流程图 graph of the state machine">
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>
        <marker id="arrow-passed" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path class="passed" d="M0 0L8 4L0 8z"/></marker>
      </defs>
      ${inside(layout, progress)}
    </svg></div>
  </figure>`;
}

function inside({ ways, placed }: Layout, progress: Progress): Markup {
  const wentBy = (way: RoutedEdge) =>
    progress.steps.some(({ from, state }) => from === way.edge.from && state === way.edge.to);
  // What was passed lies on top of what was not.
  const ordered = ways.toSorted((a, b) => Number(wentBy(a)) - Number(wentBy(b)));
  return markup`${ordered.map((way) => wayOf(way, wentBy(way)))}${placed.map((one) => stateOf(one, progress))}`;
}

function wayOf({ edge, path }: RoutedEdge, passed: boolean): Markup {
  const kinds = ['way', edge.kind === 'catch' && 'catch', passed && 'passed'].filter(Boolean).join(' ');
  const label = [`${edge.from} → ${edge.to}`, edge.label].filter(Boolean).join('\n');
  return markup`<path class="${kinds}" d="${path}" marker-end="url(#${passed ? 'arrow-passed' : 'arrow'})"><title>${label}</title></path>`;
}

function stateOf(placed: Placed, progress: Progress): Markup {
  const { node, x, y, width, height, inner } = placed;
  const times = progress.steps.filter(({ state }) => state === node.name).reduce((sum, step) => sum + step.times, 0);
  const isCurrent = progress.current.has(node.name);
  const stands = isCurrent ? (progress.failed ? 'failed' : 'current') : times > 0 ? 'passed' : 'ahead';
  const left = x - width / 2;
  return markup`<g class="state ${node.type} ${stands}"${isCurrent && markup` id="current"`}>
    <title>${`${node.name} (${node.type})${times > 1 ? ` × ${times}` : ''}`}</title>
    <rect x="${left}" y="${y}" width="${width}" height="${height}" rx="${isSmall(node) ? 12 : 7}"/>
    ${names(placed)}
    ${times > 1 && markup`<text class="times" x="${left + width - 6}" y="${y + 11}">×${times}</text>`}
    ${inner && markup`<g transform="translate(${left + (width - inner.width) / 2} ${y + 30})">${inside(inner, progress)}</g>`}
  </g>`;
}

function names({ node, x, y, height, inner }: Placed): Markup {
  const zh = stateLabel(node.name);
  if (inner) return markup`<text class="name" x="${x}" y="${y + 19}">${zh && `${zh} `}${node.name}</text>`;
  if (isSmall(node)) return markup`<text class="name" x="${x}" y="${y + height / 2 + 4}">${node.name}</text>`;
  if (zh === undefined) return markup`<text class="name" x="${x}" y="${y + height / 2 + 4}">${node.name}</text>`;
  return markup`<text class="zh" x="${x}" y="${y + 19}">${zh}</text><text class="name" x="${x}" y="${y + 35}">${node.name}</text>`;
}
