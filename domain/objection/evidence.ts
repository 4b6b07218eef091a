import * as z from 'zod';
import type { Document } from '../document/document.ts';
import { declaration } from '../document/document.ts';
import { bytesAtMost, usualLimits } from '../document/limits.ts';
import { declareDocument } from '../document/upload.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Objection } from './objection.ts';

const megabyte = 1024 * 1024;

/** Whoever writes without an account is given so much room and no more. */
export const bounds = { files: 10, megabytes: 50, filingsPerHour: 20 } as const;

/** Where an objection's evidence belongs; files of it are nobody's but its investigator's and the auditors'. */
export const evidenceParent = (objectionId: string): string => `objection:${objectionId}`;

const { name, format, size, sha256 } = declaration.shape;

/** What the objector declares of a file before the upload. */
export const evidenceFile = z
  .object({ name, format, size, sha256 })
  .refine((f) => f.size <= bytesAtMost(f.format, usualLimits), {
    path: ['size'],
    message: '超过该格式的大小上限 / over the limit of its format',
  });

/**
 * Declares a piece of evidence, as long as the case is open. Files that were rejected or never arrived count too: they
 * cost a URL each. Throws `Refused` objection.evidence-closed, objection.evidence-full.
 */
export function declareEvidence(
  of: Objection,
  declared: z.infer<typeof evidenceFile>,
  present: readonly Document[],
  id: string,
  circumstances: Circumstances,
): Outcome<Document> {
  const { status, objectionId, programmeId } = of;
  refuseUnless(status === 'open' || status === 'lead', 'objection.evidence-closed');
  const total = present.reduce((sum, d) => sum + d.size, declared.size);
  refuseUnless(
    present.length < bounds.files && total <= bounds.megabytes * megabyte,
    'objection.evidence-full',
    bounds,
  );
  return declareDocument(
    { programmeId, parent: evidenceParent(objectionId) },
    { ...declared, kind: 'objectionEvidence', confidential: true },
    present,
    id,
    circumstances,
  );
}
