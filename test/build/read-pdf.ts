import { inflateSync } from 'node:zlib';

const objectPattern = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;

const streamOf = (body: string): string => {
  const from = body.indexOf('stream\n') + 'stream\n'.length;
  const bytes = Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1');
  return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
};

const textOf = (utf16: string) =>
  String.fromCharCode(...(utf16.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

/** What a reader copies when they select each glyph: from the font's own table. */
function glyphTexts(toUnicode: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, from = '', list = ''] of toUnicode.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [i, [, text = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries())
      texts.set(parseInt(from, 16) + i, textOf(text.replaceAll(' ', '')));
  return texts;
}

/** The text of a PDF as a reader would select it, page by page; a test's own reader, for what pdfkit writes. */
export function readPdf(pdf: Buffer): string[] {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(objectPattern)].map(([, id, body]) => [Number(id), body ?? '']),
  );
  const body = (id: string | undefined) => objects.get(Number(id)) ?? '';
  return [...objects.values()]
    .filter((page) => /\/Type \/Page\n/.test(page))
    .map((page) => {
      const fonts = new Map(
        [...body(/\/Resources (\d+) 0 R/.exec(page)?.[1]).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
          name,
          glyphTexts(streamOf(body(/\/ToUnicode (\d+) 0 R/.exec(body(id))?.[1]))),
        ]),
      );
      let font: Map<number, string> | undefined;
      let text = '';
      for (const [, name, shown] of streamOf(body(/\/Contents (\d+) 0 R/.exec(page)?.[1])).matchAll(
        /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g,
      )) {
        if (name) font = fonts.get(name);
        for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g))
          for (const glyph of hex.match(/.{4}/g) ?? []) text += font?.get(parseInt(glyph, 16)) ?? '\ufffd';
      }
      return text;
    });
}
