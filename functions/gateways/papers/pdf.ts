import type { Block, Paper } from '#domain/paper/paper';
import { printTable } from './print-table.ts';
import type { Setting, Sheets } from './sheet.ts';
import { sheets } from './sheet.ts';

const pointsPerMm = 72 / 25.4;

function printText(on: Sheets, text: string, setting: Setting): void {
  for (const paragraph of text.split('\n'))
    for (const line of on.linesOf(paragraph, on.width, setting))
      on.drawLine(line, on.left, on.take(on.lineHeight(setting.size)), on.width, setting);
}

const gap = (on: Sheets, height: number) => {
  if (on.fits(height)) on.take(height);
};

function printFacts(on: Sheets, rows: readonly (readonly [string, string])[]): void {
  const size = 11;
  const labelWidth = on.width * 0.24;
  for (const [label, value] of rows) {
    const lines = value.split('\n').flatMap((part) => on.linesOf(part, on.width - labelWidth, { size }));
    for (const [i, line] of lines.entries()) {
      const y = on.take(on.lineHeight(size));
      if (i === 0) on.drawLine(label, on.left, y, labelWidth, { size, bold: true });
      on.drawLine(line, on.left + labelWidth, y, on.width - labelWidth, { size });
    }
  }
}

function printBlock(on: Sheets, block: Block): void {
  switch (block.kind) {
    case 'heading':
      // A heading alone at the foot of a sheet heads nothing.
      if (!on.fits(70)) on.turn();
      return printText(on, block.text, { size: 14, bold: true });
    case 'text':
      return printText(on, block.text, { size: 12, indent: 2 });
    case 'facts':
      return printFacts(on, block.rows);
    case 'table':
      return printTable(on, block);
    case 'picture': {
      const width = block.widthMm * pointsPerMm;
      on.doc.image(Buffer.from(block.png), on.left + (on.width - width) / 2, on.take(width), { width });
      return block.caption ? printText(on, block.caption, { size: 9, align: 'center' }) : undefined;
    }
    case 'signature':
      // Who signs stays with what is signed when: never a date alone on the last sheet.
      if (!on.fits(block.lines.length * on.lineHeight(12))) on.turn();
      for (const line of block.lines) printText(on, line, { size: 12, align: 'right' });
  }
}

/** Prints a paper as PDF/A: A4, its text can be searched and copied, its fonts are inside with the characters used. */
export async function printPdf(paper: Paper): Promise<Buffer> {
  const on = sheets(paper);
  printText(on, paper.title, { size: 20, bold: true, align: 'center' });
  if (paper.subtitle) printText(on, paper.subtitle, { size: 12, align: 'center' });
  for (const block of paper.blocks) {
    gap(on, 10);
    printBlock(on, block);
  }
  return on.end(paper.footer);
}
