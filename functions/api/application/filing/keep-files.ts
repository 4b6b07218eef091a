import type { FiledDocument } from '#domain/application/application';
import type { Document } from '#domain/document/document';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

/**
 * Copies the files into the records. Throws `Refused` application.incomplete naming those that were uploaded so long
 * ago that staging no longer has them.
 */
export async function keepFiles(
  deps: Pick<Deps, 'files'>,
  documents: readonly Document[],
  folder: string,
  until: string,
): Promise<FiledDocument[]> {
  const kept = await Promise.all(
    documents.map(async (document) => {
      const recordsKey = `${folder}/${document.documentId}`;
      const copy = await deps.files.keep(document, recordsKey, until);
      if (copy === 'missing') return `${document.name} (已过期,请重新上传 / expired, upload again)`;
      const { documentId, kind, name, format, size, sha256 } = document;
      return { documentId, kind, name, format, size, sha256, recordsKey, ...copy };
    }),
  );
  const missing = kept.filter((k) => typeof k === 'string');
  if (missing.length > 0) throw new Refused('application.incomplete', { missing });
  return kept.filter((k) => typeof k !== 'string');
}
