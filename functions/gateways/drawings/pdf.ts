import PDFDocument from 'pdfkit';
import type { Drawing, DrawnPath, DrawnText } from '#domain/award-mark/drawing';
import type { Instant } from '#domain/record';
import { typeCase } from '../papers/type-case.ts';

/** A drawing as a PDF/A of one page of its size, the characters used inside. */
export async function printDrawing(drawing: Drawing, { author, at }: { author: string; at: Instant }): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [drawing.width, drawing.height],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    lang: 'zh-CN',
    // As in papers: pdfkit begins with Helvetica, which it would read from a file.
    font: null as never,
    info: { Title: drawing.title, Author: author, CreationDate: new Date(at), ModDate: new Date(at) },
  });
  const fonts = typeCase(doc);
  const drawPath = ({ d, fill, stroke, strokeWidth = 1 }: DrawnPath) => {
    if (fill) doc.path(d).fill(fill);
    if (stroke) doc.path(d).lineWidth(strokeWidth).stroke(stroke);
  };
  const drawText = ({ text, x, y, size, fill, bold = false, anchor }: DrawnText) => {
    let from = anchor ? x - fonts.widthOf(text, size, bold) / 2 : x;
    for (const run of fonts.runsOf(text, bold)) {
      doc.font(run.font).fontSize(size).fillColor(fill);
      doc.text(run.text, from, y, { lineBreak: false, baseline: 'alphabetic' });
      from += doc.widthOfString(run.text);
    }
  };
  for (const shape of drawing.shapes) {
    if (shape.kind === 'path') drawPath(shape);
    else drawText(shape);
  }
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.end();
  await ended;
  return Buffer.concat(parts);
}
