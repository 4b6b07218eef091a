import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import { evidenceParent } from '#domain/objection/evidence';
import type { KeptEvidence, Objection } from '#domain/objection/objection';
import type { Deps } from '#functions/runtime/deps';

/**
 * Copies the evidence into the records before the case is closed (A29): files first, record last, so that a case never
 * names a file that is not there; a repeat finds the copies.
 */
export async function keepEvidence({ objectionId, cycleId, programmeId }: Objection, deps: Deps) {
  const until = retainUntil(await deps.cycles.get(cycleId));
  const evidence = await deps.documents.of(evidenceParent(objectionId));
  const copies = await Promise.all(
    evidence
      .filter((d) => d.status === 'checked')
      .map(async (document): Promise<KeptEvidence[]> => {
        const { documentId, sha256 } = document;
        const recordsKey = `${folders.objections(programmeId, cycleId)}/${documentId}`;
        const copy = await deps.files.keep(document, recordsKey, until);
        return copy === 'missing' ? [] : [{ documentId, sha256, recordsKey, ...copy }];
      }),
  );
  return copies.flat();
}
