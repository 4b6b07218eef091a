import type { Inspection } from '#domain/inspection/inspection';
import { filesOf } from '#domain/inspection/worksheets';
import { folders } from '#domain/retention/folders';
import type { Deps } from '#functions/runtime/deps';
import { keepNamed } from '../post-award/keep-named.ts';

/** The files of an inspection, and those of them that are named, kept in the records. */
export async function filesAtHand(of: Inspection, evidence: readonly string[], deps: Deps) {
  const present = evidence.length > 0 ? await deps.documents.of(filesOf(of.inspectionId)) : [];
  const wanted = present.filter((d) => d.status === 'checked' && evidence.includes(d.documentId));
  /** Copies what is named into the records: after the domain agreed, before the record is saved. */
  const keep = () => keepNamed(wanted, folders.inspection(of.programmeId, of.inspectionId), of, deps);
  return { present, keep };
}
