import type { Rules } from '#domain/cycle/rules';
import type { Document } from '#domain/document/document';
import { noteKept } from '#domain/document/upload';
import type { Circumstances, Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { folders } from '#domain/retention/folders';
import { keptUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';

/** Copies a signed decision into the records, before the record that names it is saved with where it lies (A29). */
export async function keepDecision(
  signed: Document | undefined,
  { retentionYears }: Pick<Rules, 'retentionYears'>,
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>> {
  if (!signed) throw new Refused('approval.document-missing');
  const key = `${folders.decisions(signed.programmeId)}/${signed.documentId}`;
  const kept = await deps.files.keep(signed, key, keptUntil(circumstances.now, { retentionYears }), 'forever');
  if (kept === 'missing') throw new Refused('approval.document-missing');
  return noteKept(signed, { key, ...kept }, circumstances);
}
