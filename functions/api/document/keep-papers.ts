import type { Application } from '#domain/application/application';
import type { Document } from '#domain/document/document';
import { papersAmong, refuseUnlessUsable } from '#domain/document/papers';
import type { Circumstances, Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { keepCopy } from './keep-copy.ts';

/**
 * Copies papers that a decision on an application names into the records, before it is saved together with where they
 * lie (A29); one that lies there already is left. Throws `Refused` document.expired when staging has it no longer.
 */
export async function keepPapers(
  { programmeId, cycleId }: Pick<Application, 'programmeId' | 'cycleId'>,
  named: readonly (Document | undefined)[],
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>[]> {
  const papers = new Map(named.flatMap((paper) => (paper && !paper.kept ? [[paper.documentId, paper]] : [])));
  if (papers.size === 0) return [];
  const until = retainUntil(await deps.cycles.get(cycleId));
  return Promise.all(
    [...papers.values()].map((paper) => {
      const gone = new Refused('document.expired', { name: paper.name });
      return keepCopy(paper, { folder: folders.papers(programmeId, cycleId), until, gone }, circumstances, deps);
    }),
  );
}

/** The same for the papers that findings name, each looked up. Throws `Refused` record.not-found, document.not-checked too. */
export async function keepFound(
  of: Application,
  findings: readonly { readonly documentIds?: readonly string[] | undefined }[],
  circumstances: Circumstances,
  deps: Deps,
): Promise<Outcome<Document>[]> {
  const ids = papersAmong(
    of,
    findings.flatMap(({ documentIds }) => documentIds ?? []),
  );
  const papers = await Promise.all(ids.map((id) => deps.documents.get(id)));
  for (const paper of papers) refuseUnlessUsable(paper, circumstances.actor);
  return keepPapers(of, papers, circumstances, deps);
}
