import type { Document } from '#domain/document/document';
import { noteKept } from '#domain/document/upload';
import type { Circumstances, Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { folders } from '#domain/retention/folders';
import { keptUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';

/** Copies a signed resolution into the records, before the record that names it is saved with where it lies (A29). */
export async function keepResolution(
  signed: Document,
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>> {
  const key = `${folders.resolutions(signed.programmeId)}/${signed.documentId}`;
  const until = keptUntil(circumstances.now, await pinnedRules('', deps));
  const kept = await deps.files.keep(signed, key, until, 'forever');
  if (kept === 'missing') throw new Refused('resolution.paper-missing');
  return noteKept(signed, { key, ...kept }, circumstances);
}
