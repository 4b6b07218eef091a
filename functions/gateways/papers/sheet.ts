import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.ts';
import { typeCase } from './type-case.ts';

const mm = 72 / 25.4;

/** A4 with the margins of an official document (GB/T 9704-2012): the text is 156 by 225 mm. */
const page = { top: 37 * mm, left: 28 * mm, width: 156 * mm, height: 225 * mm };

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Indent of the first line, in characters. */
  readonly indent?: number;
}

const leading = 1.6;

/** The sheets of a paper, filled from top to bottom; a new one begins where the last is full. */
export function sheets(info: { title: string; author: string; at: string }) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    bufferPages: true,
    // For the archive: fonts and colours inside, nothing that a reader in ten years would have to fetch.
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    lang: 'zh-CN',
    // pdfkit begins with Helvetica, which it would read from a file; every text here names its font.
    font: null as never,
    info: { Title: info.title, Author: info.author, CreationDate: new Date(info.at), ModDate: new Date(info.at) },
  });
  const fonts = typeCase(doc);
  const lineHeight = (size: number) => size * leading;
  let y = page.top;

  const linesOf = (text: string, width: number, { size, bold = false, indent = 0 }: Setting) =>
    breakLines('\u3000'.repeat(indent) + text, width, (part) => fonts.widthOf(part, size, bold));
  const drawLine = (line: string, x: number, at: number, width: number, setting: Setting) => {
    const { size, bold = false, align = 'left' } = setting;
    const rest = width - fonts.widthOf(line, size, bold);
    let from = x + (align === 'center' ? rest / 2 : align === 'right' ? rest : 0);
    for (const { font, text } of fonts.runsOf(line, bold)) {
      doc.font(font).fontSize(size).fillColor('#000').text(text, from, at, { lineBreak: false });
      from += doc.widthOfString(text);
    }
  };

  const turn = () => {
    if (y === page.top) return;
    doc.addPage();
    y = page.top;
  };
  return {
    doc,
    width: page.width,
    left: page.left,
    lineHeight,
    linesOf,
    drawLine,
    /** Whether so much still fits on this sheet. */
    fits: (height: number): boolean => y + height <= page.top + page.height,
    /** Begins a new sheet, unless this one is still empty. */
    turn,
    /** Where the next thing is drawn when it is so high: on this sheet or on a new one. */
    take(height: number): number {
      if (y + height > page.top + page.height) turn();
      y += height;
      return y - height;
    },
    /** Numbers the sheets and ends the document. */
    async end(footer: string): Promise<Buffer> {
      const { start, count } = doc.bufferedPageRange();
      for (let i = start; i < start + count; i += 1) {
        doc.switchToPage(i);
        const foot = `${footer}  ·  ${i + 1} / ${count}`;
        drawLine(foot, page.left, page.top + page.height + 10 * mm, page.width, { size: 8.5, align: 'center' });
      }
      const parts: Buffer[] = [];
      doc.on('data', (part: Buffer) => parts.push(part));
      const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
      doc.end();
      await ended;
      return Buffer.concat(parts);
    },
  };
}
export type Sheets = ReturnType<typeof sheets>;
