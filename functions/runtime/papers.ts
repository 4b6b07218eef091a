import type { FiledPaper } from '#domain/paper/filed-paper';
import type { Paper, PaperFormat } from '#domain/paper/paper';
import { paperFormats } from '#domain/paper/paper';
import { printPdf } from '../gateways/papers/pdf.ts';
import { printWord } from '../gateways/papers/word.ts';
import type { Deps } from './deps.ts';

/*
 * Not among the deps: only functions that import this carry the typeface and the printers, and start slower for it.
 */

/** Prints a paper. */
export const printPaper = (paper: Paper, format: PaperFormat): Promise<Buffer> =>
  format === 'pdf' ? printPdf(paper) : printWord(paper);

/** Until when filed papers are locked, and the forms that are wanted: both, unless said otherwise. */
interface Filing {
  readonly until: string;
  readonly formats?: readonly PaperFormat[];
}

const allFormats = Object.keys(paperFormats) as PaperFormat[];

/**
 * Prints a paper, as PDF and as Word, and files it in the records under a folder, locked until the date. Before the
 * record that names them is saved: it never names a file that is not there.
 */
export const filePaper = (
  deps: Deps,
  paper: Paper,
  folder: string,
  { until, formats = allFormats }: Filing,
): Promise<FiledPaper[]> =>
  Promise.all(
    formats.map(async (format): Promise<FiledPaper> => {
      const bytes = await printPaper(paper, format);
      const recordsKey = `${folder}/${deps.newId('pap')}.${format}`;
      const versionId = await deps.files.keepPaper(recordsKey, { bytes, format: paperFormats[format] }, until);
      const name = `${paper.title}.${format}`;
      return { format, name, sha256: deps.sha256(bytes), size: bytes.length, recordsKey, versionId, at: paper.at };
    }),
  );
