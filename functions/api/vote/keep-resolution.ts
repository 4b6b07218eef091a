import type { Document } from '#domain/document/document';
import type { Circumstances, Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { folders } from '#domain/retention/folders';
import { keptUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { keepCopy } from '../document/keep-copy.ts';

/** Copies a signed resolution into the records, before the record that names it is saved with where it lies (A29). */
export async function keepResolution(
  signed: Document,
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>> {
  const to = {
    folder: folders.resolutions(signed.programmeId),
    until: keptUntil(circumstances.now, await pinnedRules('', deps)),
    duration: 'forever' as const,
    gone: new Refused('resolution.paper-missing'),
  };
  return keepCopy(signed, to, circumstances, deps);
}
