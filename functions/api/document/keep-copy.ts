import type { Document } from '#domain/document/document';
import { noteKept } from '#domain/document/upload';
import type { Circumstances, Outcome } from '#domain/record';
import type { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

/** Where a paper goes, and how long it is locked there. */
interface Destination {
  readonly folder: string;
  readonly until: string;
  readonly duration?: 'forever';
  /** What whoever brought it is told when staging has it no longer. */
  readonly gone: Refused;
}

/**
 * Copies a paper into the records before the record that names it is saved with where it lies (A29): the file first, the
 * record last, so that nothing names a file that is not there.
 */
export async function keepCopy(
  paper: Document,
  { folder, until, duration, gone }: Destination,
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>> {
  const key = `${folder}/${paper.documentId}`;
  const kept = await deps.files.keep(paper, key, until, duration);
  if (kept === 'missing') throw gone;
  return noteKept(paper, { key, ...kept }, circumstances);
}
