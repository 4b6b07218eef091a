import * as z from 'zod';
import { auditEvent } from '../audit/event.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json` of a dossier: everything else in it, by its SHA-256 (A29). */
export const dossierManifest = z.object({
  format: z.literal('quality-award-dossier/1'),
  kind: z.enum(['dossier', 'applicantDossier']),
  exportId: z.string(),
  programmeId: z.string(),
  cycleId: z.string(),
  applicationId: z.string(),
  code: z.string().optional(),
  exportedAt: z.iso.datetime(),
  exportedBy: z.string(),
  entries: z.array(
    z.object({
      path: z.string(),
      size: z.int().nonnegative(),
      sha256,
      documentId: z.string().optional().describe('Of an original'),
    }),
  ),
});
export type DossierManifest = z.infer<typeof dossierManifest>;

/** A file under `audit/`: all events of one record and the head of their chain, as the record itself carries it. */
export const auditFile = z.object({
  recordType: z.string(),
  recordId: z.string(),
  head: z.object({ sequence: z.int(), hash: z.string() }),
  events: z.array(auditEvent),
});
export type AuditFile = z.infer<typeof auditFile>;

/** The manifest of a submission, as far as it names files; its own SHA-256 is in the receipt and in the audit trail. */
export const submissionManifest = z.object({
  files: z.array(z.object({ documentId: z.string(), name: z.string(), format: z.string(), size: z.int(), sha256 })),
});

/** Where things lie in a dossier. */
export const paths = {
  manifest: 'manifest.json',
  audit: 'audit/',
  submissions: 'submissions/',
  originals: 'originals/',
  onSite: 'on-site/',
  papers: 'papers/',
} as const;
