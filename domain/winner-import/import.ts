import * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import type { ImportedRow, Source } from './plan.ts';

/** Who imported earlier winners, when and from which file (A30). */
export const winnerImport = z.object({
  ...recordHead,
  importId: z.string(),
  legalBasis: z.string().describe('The rules under which the awards were given'),
  fileName: z.string(),
  fileSha256: z.string(),
  entered: z.int().describe('Winners that were not on the roll before'),
  same: z.int(),
  linked: z.int().default(0).describe('Earlier winners that an account acts for from now on'),
  importedBy: z.string(),
  importedAt: z.iso.datetime(),
});
export type WinnerImport = z.infer<typeof winnerImport>;

export const winnerImportView = winnerImport.omit({ version: true, chain: true });

/** Records an import that was carried out. */
export function recordImport(
  { programmeId, ...source }: Source,
  rows: readonly ImportedRow[],
  circumstances: Circumstances,
): Outcome<WinnerImport> {
  const { actor, now } = circumstances;
  const counted = (outcome: ImportedRow['outcome']) => rows.filter((r) => r.outcome === outcome).length;
  const counts = { entered: counted('new'), same: counted('same'), linked: counted('linked') };
  return decided(
    circumstances,
    { ...newHead(programmeId), ...source, ...counts, importedBy: actor.personId, importedAt: now },
    { type: 'winnersImported', detail: { ...source, ...counts } },
  );
}
