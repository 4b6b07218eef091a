import type { GraphNode } from '../../states/states.ts';
import { stateLabel } from '../state-names.ts';

/** A node's outer measures in the drawing's pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const latin = 7.1;
const han = 13.5;
const sides = 30;

/** Choices and passes are small: they are on the way, nothing stays there. */
export const isSmall = ({ type }: GraphNode): boolean => type === 'Choice' || type === 'Pass';

/** The box that a node's names fit in. Fonts cannot be measured here: the widths are those of the widest usual ones. */
export function boxOf(node: GraphNode): Size {
  const zh = stateLabel(node.name);
  const name = node.name.length * latin;
  if (isSmall(node)) return { width: Math.max(90, name * 0.9 + sides), height: 24 };
  return { width: Math.max(130, name + sides, (zh?.length ?? 0) * han + sides), height: zh ? 44 : 32 };
}
