import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Paper, PaperTable } from '#domain/paper/paper';

const millimetre = 1440 / 25.4;
const textWidth = Math.round(156 * millimetre);
const margin = { top: 37 * millimetre, bottom: 35 * millimetre, left: 28 * millimetre, right: 26 * millimetre };

/** Word's own fonts for official documents; whoever lacks them sees another, and edits all the same. */
const font = { eastAsia: '仿宋', ascii: 'Times New Roman', hAnsi: 'Times New Roman' };

const run = (text: string, size: number, bold = false) => new TextRun({ text, size: size * 2, bold, font });
const lines = (text: string, build: (line: string) => Paragraph) => text.split('\n').map(build);

const cell = (text: string, width: number, bold: boolean) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(bold && { shading: { fill: 'EEEEEE' } }),
    children: lines(text, (line) => new Paragraph({ children: [run(line, 10, bold)] })),
  });

function table(columns: readonly { title: string; share: number }[], rows: PaperTable['rows'], hasHead: boolean) {
  const shares = columns.reduce((sum, c) => sum + c.share, 0);
  const widths = columns.map((c) => Math.round((textWidth * c.share) / shares));
  const rowOf = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, i) => cell(text, widths[i] ?? 0, isHead)),
    });
  const head = hasHead
    ? [
        rowOf(
          columns.map((c) => c.title),
          true,
        ),
      ]
    : [];
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [...head, ...rows.map((cells) => rowOf(cells, false))],
  });
}

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(block.text, 16, true)] })];
    case 'text':
      return lines(
        block.text,
        (line) => new Paragraph({ indent: { firstLine: 640 }, spacing: { line: 460 }, children: [run(line, 14)] }),
      );
    case 'facts': {
      const columns = [
        { title: '', share: 24 },
        { title: '', share: 76 },
      ];
      return [table(columns, block.rows, false)];
    }
    case 'table':
      return [table(block.columns, block.rows, true)];
    case 'picture': {
      const side = Math.round((block.widthMm / 25.4) * 96);
      const image = new ImageRun({ type: 'png', data: block.png, transformation: { width: side, height: side } });
      const caption = block.caption ? [run(block.caption, 9)] : [];
      return [image, ...caption].map((child) => new Paragraph({ alignment: AlignmentType.CENTER, children: [child] }));
    }
    case 'signature':
      return block.lines.map((line) => new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(line, 14)] }));
  }
}

/** Prints a paper as a Word file that an office can go on writing in. */
export const printWord = async (paper: Paper): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: paper.title,
      creator: paper.author,
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 }, margin } },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [
                    run(`${paper.footer}  ·  `, 9),
                    new TextRun({
                      size: 18,
                      font,
                      children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    }),
                  ],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({
              heading: HeadingLevel.TITLE,
              alignment: AlignmentType.CENTER,
              children: [run(paper.title, 22, true)],
            }),
            ...(paper.subtitle
              ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(paper.subtitle, 14)] })]
              : []),
            ...paper.blocks.flatMap((block) => [...blockOf(block), new Paragraph({})]),
          ],
        },
      ],
    }),
  );
