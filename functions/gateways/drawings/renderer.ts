import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Drawing } from '#domain/award-mark/drawing';
import { escaped } from '../markup/escaped.ts';
import { typeface } from '../papers/typefaces.ts';
import { svgOf } from './svg.ts';

/* Laid beside the functions that draw by infra/bundle.ts; in a test it lies where npm put it. */
const beside = fileURLToPath(new URL('./renderer/resvg.wasm', import.meta.url));

let started: Promise<void> | undefined;
const start = () =>
  (started ??= initWasm(
    readFileSync(
      existsSync(beside) ? beside : createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
    ),
  ));

async function rendered(drawing: Drawing, width: number) {
  await start();
  return new Resvg(svgOf(drawing), {
    fitTo: { mode: 'width', value: width },
    font: {
      fontBuffers: [typeface('chinese-simplified', 400), typeface('chinese-simplified', 700)],
      defaultFontFamily: 'Noto Sans SC',
    },
  });
}

/** A drawing as PNG, so many pixels wide; what is not drawn is transparent. */
export async function printPng(drawing: Drawing, width: number): Promise<Buffer> {
  const picture = await rendered(drawing, width);
  const image = picture.render();
  const png = Buffer.from(image.asPng());
  image.free();
  picture.free();
  return png;
}

/** A drawing as SVG that looks the same everywhere: its characters are outlines, no typeface is needed. */
export async function printSvg(drawing: Drawing): Promise<string> {
  const picture = await rendered(drawing, drawing.width);
  const svg = picture.toString();
  picture.free();
  return svg.replace(/>/, `><title>${escaped(drawing.title)}</title>`);
}
