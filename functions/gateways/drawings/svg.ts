import type { Drawing, DrawnPath, DrawnText } from '#domain/award-mark/drawing';
import { escaped } from '../markup/escaped.ts';

const pathOf = ({ d, fill, stroke, strokeWidth }: DrawnPath) =>
  `<path d="${d}" fill="${fill ?? 'none'}"${stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth ?? 1}"` : ''}/>`;

const textOf = ({ text, x, y, size, fill, bold, anchor }: DrawnText) =>
  `<text x="${x}" y="${y}" font-family="Noto Sans SC" font-size="${size}" font-weight="${bold ? 700 : 400}"` +
  ` fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(text)}</text>`;

/** A drawing as SVG whose text is still text, in a typeface that its reader may lack. */
export const svgOf = ({ width, height, title, shapes }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<title>${escaped(title)}</title>` +
  `${shapes.map((s) => (s.kind === 'path' ? pathOf(s) : textOf(s))).join('')}</svg>`;
