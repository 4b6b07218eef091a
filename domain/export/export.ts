import * as z from 'zod';
import { documentKinds } from '../document/document.ts';
import { recordHead } from '../record.ts';

/** What is taken out of the system: dossiers by a job, workbooks at once, single files of a party by staff. */
export const exportKinds = ['dossier', 'applicantDossier', 'assessorPool', 'priorityWinners', 'file'] as const;

const who = z.object({ personId: z.string(), name: z.string() });

/** The ZIP that the job made; it lies there for a week. */
const made = z.object({
  key: z.string(),
  size: z.int(),
  sha256: z.string(),
  manifestSha256: z.string().describe('Of manifest.json in the ZIP: whoever checks a dossier compares it with this'),
  entries: z.int(),
  at: z.iso.datetime(),
});

/** An entry of the register of exports: who took what, when and what for (PIPL). */
export const exportRecord = z.object({
  ...recordHead,
  exportId: z.string(),
  kind: z.enum(exportKinds),
  applicationId: z.string().optional(),
  document: z
    .object({ documentId: z.string(), kind: z.enum(documentKinds) })
    .optional()
    .describe('The file, where it is a single one; its name may say more than its reader needs'),
  purpose: z.string().optional(),
  by: who,
  at: z.iso.datetime(),
  status: z.enum(['preparing', 'ready', 'failed', 'delivered']),
  made: made.optional(),
  downloads: z.array(who.extend({ at: z.iso.datetime() })),
});
export type ExportRecord = z.infer<typeof exportRecord>;

/** What its readers know of an export; where it lies is the system's. */
export const exportView = exportRecord
  .omit({ version: true, chain: true })
  .extend({ made: made.omit({ key: true }).optional() });
