import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './inventory.ts';

/** Whoever imports this draws pictures, and needs the renderer beside it. */
export const rendererSource = 'functions/gateways/drawings/renderer.ts';

/** Lays the renderer beside a function: two megabytes that no other function carries. */
export function layOutRenderer(folder: string): void {
  const renderer = join(folder, 'renderer');
  mkdirSync(renderer, { recursive: true });
  copyFileSync(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'), join(renderer, 'resvg.wasm'));
}
