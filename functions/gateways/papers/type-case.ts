import { rarePart, typeface } from './typefaces.ts';

/** A stretch of text and the font that has its characters. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** What pdfkit knows of a font and does not tell in its types. */
interface Opened {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** The fonts of one document: opened when a character asks for them, embedded with the characters that were used. */
export function typeCase(doc: PDFKit.PDFDocument) {
  const open = new Set<string>();
  const has = (font: string, codePoint: number) =>
    (doc.font(font) as unknown as Opened)._font.font.hasGlyphForCodePoint(codePoint);
  const load = (font: string, part: string, weight: 400 | 700): string => {
    if (!open.has(font)) doc.registerFont(font, typeface(part, weight));
    open.add(font);
    return font;
  };
  const fontOf = (character: string, bold: boolean): string | undefined => {
    const codePoint = character.codePointAt(0) ?? 0;
    const main = bold ? load('bold', 'chinese-simplified', 700) : load('regular', 'chinese-simplified', 400);
    if (has(main, codePoint)) return main;
    const part = rarePart(codePoint);
    const rare = part && load(`rare-${part}`, part, 400);
    return rare && has(rare, codePoint) ? rare : undefined;
  };
  const known = new Map<string, string | undefined>();
  const runsOf = (text: string, bold: boolean): Run[] => {
    const runs: Run[] = [];
    for (const character of text) {
      const key = `${bold ? 'b' : 'r'}${character}`;
      if (!known.has(key)) known.set(key, fontOf(character, bold));
      const font = known.get(key);
      // A character of no font is named: an empty box in an official paper tells nobody what belongs there.
      const shown = font ? character : `〔U+${character.codePointAt(0)?.toString(16).toUpperCase()}〕`;
      const last = runs.at(-1);
      if (last && last.font === (font ?? 'regular')) runs[runs.length - 1] = { ...last, text: last.text + shown };
      else runs.push({ font: font ?? load('regular', 'chinese-simplified', 400), text: shown });
    }
    return runs;
  };
  const widths = new Map<string, number>();
  return {
    runsOf,
    /** Width in points; equal texts are measured once, at a size of one thousand. */
    widthOf(text: string, size: number, bold: boolean): number {
      const key = `${bold ? 'b' : 'r'}${text}`;
      const width =
        widths.get(key) ??
        runsOf(text, bold).reduce((sum, run) => sum + doc.font(run.font).fontSize(1000).widthOfString(run.text), 0);
      widths.set(key, width);
      return (width * size) / 1000;
    },
  };
}
