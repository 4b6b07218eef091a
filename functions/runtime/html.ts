import { escaped } from '../gateways/markup/escaped.ts';

/** Markup, made by `html` alone. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Markup[] | undefined | false;

const shown = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  return typeof part === 'object' ? part.map((p) => p.text).join('') : escaped(String(part));
};

/** Writes markup: what is put in is escaped, unless it is markup itself. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(texts.reduce((whole, text, i) => whole + shown(parts[i - 1]) + text));
