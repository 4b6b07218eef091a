import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackWoff } from './unpack-woff.ts';

/*
 * Noto Sans SC: one file has the eight thousand characters of the national table, a hundred small ones the rarer of
 * names and the signs. infra/bundle.ts lays them beside every function that prints; in a test they lie where npm put them.
 */
const beside = fileURLToPath(new URL('./fonts/', import.meta.url));
const installed = () => dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/LICENSE'));
const places = existsSync(beside)
  ? { files: beside, ranges: join(beside, 'unicode.json') }
  : { files: join(installed(), 'files'), ranges: join(installed(), 'unicode.json') };

/** A file of the typeface by its part (`chinese-simplified`, `97`) and weight. */
export const typefaceFile = (part: string, weight: 400 | 700): string => `noto-sans-sc-${part}-${weight}-normal.woff`;

const unpacked = new Map<string, Buffer>();

/** A part of the typeface, unpacked once per warm function. */
export function typeface(part: string, weight: 400 | 700): Buffer {
  const file = typefaceFile(part, weight);
  const font = unpacked.get(file) ?? unpackWoff(readFileSync(join(places.files, file)));
  unpacked.set(file, font);
  return font;
}

interface Range {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

let ranges: Range[] | undefined;

/** Reads `U+4e00,U+4e10-4e1f`. */
const rangesOf = (part: string, list: string): Range[] =>
  list.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return { part: part.replace(/^\[(\d+)\]$/, '$1'), from: parseInt(from, 16), to: parseInt(to, 16) };
  });

/** The small part that should have a character which the large one lacks. */
export function rarePart(codePoint: number): string | undefined {
  ranges ??= Object.entries(JSON.parse(readFileSync(places.ranges, 'utf8')) as Record<string, string>).flatMap(
    ([part, list]) => rangesOf(part, list),
  );
  return ranges.find(({ from, to }) => from <= codePoint && codePoint <= to)?.part;
}
