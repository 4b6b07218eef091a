import type { Rules } from '#domain/cycle/rules';
import type { Document } from '#domain/document/document';
import type { Circumstances, Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { folders } from '#domain/retention/folders';
import { keptUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { keepCopy } from '../document/keep-copy.ts';

/** Copies a signed decision into the records, before the record that names it is saved with where it lies (A29). */
export async function keepDecision(
  signed: Document | undefined,
  { retentionYears }: Pick<Rules, 'retentionYears'>,
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>> {
  const gone = new Refused('approval.document-missing');
  if (!signed) throw gone;
  const to = {
    folder: folders.decisions(signed.programmeId),
    until: keptUntil(circumstances.now, { retentionYears }),
    duration: 'forever' as const,
    gone,
  };
  return keepCopy(signed, to, circumstances, deps);
}
