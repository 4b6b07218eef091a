import type { Document } from '#domain/document/document';
import { Refused } from '#domain/refused';
import { keptUntil } from '#domain/retention/kept-until';
import type { KeptFile } from '#domain/revocation/revocation';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';

/** Whose award the files are about. */
interface About {
  readonly certificateNumber: string;
}

/**
 * Copies files into the records, locked (A29): files first, record last, so that a record never names a file that is
 * not there; a repeat finds the copies. Throws `Refused` document.not-checked for one that is no longer in staging.
 */
export async function keepNamed(
  documents: readonly Document[],
  folder: string,
  { certificateNumber }: About,
  deps: Deps,
): Promise<KeptFile[]> {
  if (documents.length === 0) return [];
  const { cycleId } = await deps.winners.get(certificateNumber);
  const until = keptUntil(deps.now(), await pinnedRules(cycleId, deps));
  return Promise.all(
    documents.map(async (document): Promise<KeptFile> => {
      const recordsKey = `${folder}/${document.documentId}`;
      const copy = await deps.files.keep(document, recordsKey, until);
      if (copy === 'missing') throw new Refused('document.not-checked');
      return { documentId: document.documentId, sha256: document.sha256, recordsKey, ...copy };
    }),
  );
}

/** A URL of a file that its reader may open: from the records once it was handed in. */
export async function openFile(document: Document, kept: readonly KeptFile[], deps: Deps) {
  const { name, sha256, documentId, stagingKey, status } = document;
  const copy = kept.find((k) => k.documentId === documentId);
  if (!copy && status !== 'checked') throw new Refused('document.not-checked');
  const at = copy
    ? ({ bucket: 'records', key: copy.recordsKey, versionId: copy.versionId } as const)
    : ({ bucket: 'staging', key: stagingKey } as const);
  return { url: await deps.files.downloadUrl(at, name), name, sha256 };
}
