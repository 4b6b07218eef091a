/** A line of text; `y` is its baseline, `x` where it begins or its middle. */
export interface DrawnText {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'middle';
}

/** A figure by its outline, as SVG writes paths. */
export interface DrawnPath {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
}

/** What is drawn, from the back to the front, in points; how it becomes SVG, PNG or PDF is the printers' business. */
export interface Drawing {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly (DrawnText | DrawnPath)[];
}

const round = (n: number) => Math.round(n * 100) / 100;

/** The outline of a circle. */
export const circle = (cx: number, cy: number, r: number): string =>
  `M${cx - r},${cy} A${r},${r} 0 1 1 ${cx + r},${cy} A${r},${r} 0 1 1 ${cx - r},${cy} Z`;

/** The outline of a rectangle. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)},${round(y)} H${round(x + width)} V${round(y + height)} H${round(x)} Z`;

/** A Chinese character is as wide as it is high, any other about six tenths of that. */
const wideOf = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 1 : 0.62), 0);

/** The size at which a text fits into a width, `most` at the most. */
export const fitting = (text: string, width: number, most: number): number =>
  Math.min(most, Math.floor((width / Math.max(1, wideOf(text))) * 10) / 10);
