import type * as z from 'zod';
import type { Actor } from '../actor.ts';
import { enter } from '../case.ts';
import type { Document, declaration } from '../document/document.ts';
import { declareDocument } from '../document/upload.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { Refused } from '../refused.ts';
import type { Revocation } from './revocation.ts';
import { refuseUnlessKnown } from './view.ts';

/** Where a case's files belong: they are read by way of the case alone. */
export const evidenceParent = (revocationId: string): string => `revocation:${revocationId}`;

type Declared = Omit<z.infer<typeof declaration>, 'kind' | 'confidential' | 'replaces'>;

/** Declares a file of the case: the office's while it investigates, either side's while the winner is heard. */
export function declareEvidence(
  of: Revocation,
  declared: Declared,
  present: readonly Document[],
  id: string,
  circumstances: Circumstances,
): Outcome<Document> {
  const { actor } = circumstances;
  refuseUnlessKnown(actor, of);
  enter('revocation', of, 'addEvidence', actor);
  const parent = { programmeId: of.programmeId, parent: evidenceParent(of.revocationId) };
  const file = { ...declared, kind: 'revocationEvidence' as const, confidential: true };
  return declareDocument(parent, file, present, id, circumstances);
}

/** A file of the case that its reader may open. Throws `Refused` record.not-found. */
export function evidenceFor(actor: Actor, of: Revocation, document: Document): Document {
  refuseUnlessKnown(actor, of);
  if (document.parent !== evidenceParent(of.revocationId))
    throw new Refused('record.not-found', { record: 'document' });
  if (document.status !== 'checked') throw new Refused('document.not-checked');
  return document;
}
