import type { PaperTable } from '#domain/paper/paper';
import type { Sheets } from './sheet.ts';

const padding = 4;
const size = 9.5;
/** Lines of a row on one sheet: fewer than fit, so that the head has room too. */
const most = 30;

/** Draws a table; its head is repeated on every sheet, and a row that no sheet could hold goes on over the next. */
export function printTable(on: Sheets, { columns, rows }: PaperTable): void {
  const shares = columns.reduce((sum, c) => sum + c.share, 0);
  const widths = columns.map((c) => (on.width * c.share) / shares);
  const lineHeight = on.lineHeight(size);
  const linesOf = (cells: readonly string[], bold: boolean) =>
    cells.map((cell, i) =>
      cell.split('\n').flatMap((part) => on.linesOf(part, (widths[i] ?? 0) - 2 * padding, { size, bold })),
    );
  const draw = (cells: string[][], bold: boolean, y: number, height: number) => {
    let x = on.left;
    for (const [i, lines] of cells.entries()) {
      const width = widths[i] ?? 0;
      if (bold) on.doc.rect(x, y, width, height).fill('#eee');
      on.doc.rect(x, y, width, height).lineWidth(0.5).strokeColor('#000').stroke();
      for (const [n, line] of lines.entries())
        on.drawLine(line, x + padding, y + padding + n * lineHeight, width - 2 * padding, { size, bold });
      x += width;
    }
  };
  const heightOf = (cells: string[][]) => Math.max(...cells.map((c) => c.length), 1) * lineHeight + 2 * padding;
  const head = linesOf(
    columns.map((c) => c.title),
    true,
  );
  const printHead = () => draw(head, true, on.take(heightOf(head)), heightOf(head));
  printHead();
  for (const row of rows) {
    let left = linesOf(row, false);
    while (left.some((lines) => lines.length > 0)) {
      const now = left.map((lines) => lines.slice(0, most));
      left = left.map((lines) => lines.slice(most));
      const height = heightOf(now);
      if (!on.fits(height)) {
        on.turn();
        printHead();
      }
      draw(now, false, on.take(height), height);
    }
  }
}
