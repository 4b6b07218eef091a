import type { Drawing } from '#domain/award-mark/drawing';
import type { Instant } from '#domain/record';
import { printDrawing } from '../gateways/drawings/pdf.ts';
import { printPng, printSvg } from '../gateways/drawings/renderer.ts';
import { scanCode } from '../gateways/drawings/scan-code.ts';

/*
 * Not among the deps: only functions that import this carry the typeface and the renderer, and start slower for it.
 */

/** In which forms a drawing is printed. */
export const drawingFormats = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const;
export type DrawingFormat = keyof typeof drawingFormats;

/** Wide enough for a brochure: 12 cm at 300 dots an inch. */
const pixels = 1440;

/** Prints a drawing. */
export const printed = async (
  drawing: Drawing,
  format: DrawingFormat,
  by: { author: string; at: Instant },
): Promise<Buffer> => {
  if (format === 'pdf') return printDrawing(drawing, by);
  return format === 'png' ? printPng(drawing, pixels) : Buffer.from(await printSvg(drawing));
};

export { scanCode };
