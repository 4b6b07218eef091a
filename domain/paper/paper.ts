import type { Instant } from '../record.ts';

/** A table of a paper; `share` is a column's part of the width. */
export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a paper, from top to bottom. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** Paragraphs, one a line. */
  | { readonly kind: 'text'; readonly text: string }
  /** What is what: a label and its value, a line each. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | PaperTable
  /** A picture (PNG) in the middle of its line: a code to scan. */
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly widthMm: number; readonly caption?: string }
  /** Who signs and when, at the right. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] };

/**
 * A paper that the system writes: minutes, a report, a package for the government. Here is what stands in it; how it is
 * set as PDF and as Word is the printer's business, and both say the same.
 */
export interface Paper {
  readonly title: string;
  readonly subtitle?: string;
  readonly blocks: readonly Block[];
  /** At the foot of every page, beside its number. */
  readonly footer: string;
  readonly author: string;
  /** When it was written: the same paper is printed the same, byte by byte (PDF). */
  readonly at: Instant;
}

/** In which forms a paper is printed. */
export const paperFormats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type PaperFormat = keyof typeof paperFormats;
