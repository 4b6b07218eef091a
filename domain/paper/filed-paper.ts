import * as z from 'zod';
import { Refused } from '../refused.ts';

/** A paper that the system printed and filed in the records, locked like what was handed in (A29). */
export const filedPaper = z.object({
  format: z.enum(['pdf', 'docx']),
  name: z.string(),
  sha256: z.string(),
  size: z.int(),
  recordsKey: z.string(),
  versionId: z.string().optional(),
  at: z.iso.datetime(),
});
export type FiledPaper = z.infer<typeof filedPaper>;

/** What its readers know of it; where it lies is the system's. */
export const filedPaperView = filedPaper.omit({ recordsKey: true, versionId: true });

/** The newest of a format. Throws `Refused` record.not-found before it was printed. */
export function newestOf(papers: readonly FiledPaper[], format: FiledPaper['format']): FiledPaper {
  const newest = papers.filter((p) => p.format === format).at(-1);
  if (!newest) throw new Refused('record.not-found', { record: 'paper' });
  return newest;
}
