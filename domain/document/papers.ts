import type { Actor } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { mayReadPaper } from './access.ts';
import type { Document } from './document.ts';

const isOfApplicant = (documentId: string) => documentId.startsWith('application~');

/** The papers that a case names, beside the files of its applicant: what others brought and what was decided by. */
export function papersOf(of: Application): string[] {
  const named = [
    of.recommendation?.documentId,
    ...of.consultations.flatMap(({ answer, escalation }) => [answer?.documentId, escalation?.documentId]),
    ...(of.suspensions ?? []).flatMap(({ facts }) => facts.map((fact) => fact.documentId)),
    of.defence?.successor?.documentId,
    ...(of.findings ?? []).flatMap(({ documentIds }) => documentIds ?? []),
  ];
  return [...new Set(named.filter((id): id is string => id !== undefined && !isOfApplicant(id)))];
}

/** The papers among the files that findings name; whatever else they name must be of what was handed in. */
export function papersAmong(of: Application, documentIds: readonly string[]): string[] {
  const handedIn = new Set(of.receipt?.files.map((f) => f.documentId));
  const own = documentIds.filter(isOfApplicant);
  refuseUnless(
    own.every((id) => handedIn.has(id)),
    'record.not-found',
    { record: 'document' },
  );
  return documentIds.filter((id) => !isOfApplicant(id));
}

/** Throws `Refused` record.not-found, document.not-checked unless the actor may rest a decision on the paper. */
export function refuseUnlessUsable(paper: Document, actor: Actor): void {
  if (!mayReadPaper(actor, paper)) throw new Refused('record.not-found', { record: 'document' });
  refuseUnless(paper.status === 'checked', 'document.not-checked');
}
