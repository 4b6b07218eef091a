import type { Paper, PaperFormat } from '#domain/paper/paper';
import { printPdf } from '../gateways/papers/pdf.ts';
import { printWord } from '../gateways/papers/word.ts';

/**
 * Prints a paper. Not among the deps: only functions that import this carry the typeface and the printers, and start
 * slower for it.
 */
export const printPaper = (paper: Paper, format: PaperFormat): Promise<Buffer> =>
  format === 'pdf' ? printPdf(paper) : printWord(paper);
