import { evidenceParent } from '#domain/revocation/evidence';
import { folders } from '#domain/retention/folders';
import { keptUntil } from '#domain/retention/kept-until';
import type { KeptFile, Revocation } from '#domain/revocation/revocation';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';

/**
 * Copies the files of the case that passed their check into the records (A29): files first, record last, so that a case
 * never names a file that is not there; a repeat finds the copies.
 */
export async function keepFiles(of: Revocation, deps: Deps) {
  const { programmeId, revocationId, certificateNumber } = of;
  const { cycleId } = await deps.winners.get(certificateNumber);
  const until = keptUntil(deps.now(), await pinnedRules(cycleId, deps));
  const files = await deps.documents.of(evidenceParent(revocationId));
  const kept: KeptFile[] = [];
  for (const document of files.filter((d) => d.status === 'checked')) {
    const { documentId, sha256 } = document;
    const recordsKey = `${folders.revocation(programmeId, revocationId)}/${documentId}`;
    const copy = await deps.files.keep(document, recordsKey, until);
    if (copy !== 'missing') kept.push({ documentId, sha256, recordsKey, ...copy });
  }
  return { files, kept };
}
