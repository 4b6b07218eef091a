import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Application } from '../application/application.ts';
import { Refused } from '../refused.ts';
import { isReviewing } from '../review/on-panel.ts';
import type { Document } from './document.ts';

/**
 * Who may read an application's files: its applicant; the office and the auditors once it is handed in. Departments,
 * the committee and administrators never do by their role; assessors only through their panel.
 */
export const mayRead = (actor: Actor, of: Application): boolean =>
  actsForApplicant(of, actor.personId) ||
  (of.stage !== 'Draft' &&
    (hasRole(actor, 'office', of.programmeId) || hasRole(actor, 'auditor', of.programmeId) || isReviewing(of, actor)));

/** Whether the file is the actor's own: of an application they work on, or a paper they brought. */
export const isTheirs = (actor: Actor, of: Document, application: Application | undefined): boolean =>
  application && !isOfVisit(of) ? actsForApplicant(application, actor.personId) : of.ownerId === actor.personId;

/**
 * The files of those given that a reader may know of. Whoever does not act for the applicant reads what was handed in,
 * whatever the applicant uploaded, replaced or took back since: that is what is decided on (A16).
 */
export function readable(actor: Actor, of: Application, documents: readonly Document[]): Document[] {
  if (actsForApplicant(of, actor.personId)) return documents.filter((d) => d.status !== 'removed');
  const handedIn = new Set(of.receipt?.files.map((f) => f.documentId));
  const isThere = (d: Document) => (isOfVisit(d) ? d.status !== 'removed' : handedIn.has(d.documentId));
  return documents.filter((d) => isThere(d) && !(d.kind === 'identity' && isReviewing(of, actor)));
}

/** Who may read a paper of the process: who brought it, the office, the registrar, the auditors. */
export const mayReadPaper = (actor: Actor, paper: Document): boolean =>
  // An objection's evidence tells who objects, a revocation's is of an open case: both are read by way of it alone.
  !/^(objection|revocation):/.test(paper.parent) &&
  (paper.ownerId === actor.personId ||
    // A conflict with the winner closes these to officers: they come by the report or the inspection, which know of it.
    (!/^(annual-report|inspection):/.test(paper.parent) &&
      (['office', 'registrar', 'auditor'] as const).some((role) => hasRole(actor, role, paper.programmeId))));

/** The application a file belongs to, its own or a visit's evidence, or undefined for a paper of the process. */
export const applicationIdOf = ({ parent }: Pick<Document, 'parent'>): string | undefined =>
  /^(?:application|on-site):(.*)$/.exec(parent)?.[1];

/** Evidence of a visit is the team's, not the applicant's. */
const isOfVisit = ({ parent }: Pick<Document, 'parent'>): boolean => parent.startsWith('on-site:');

/** Throws `Refused` record.not-found unless the actor may read the file. */
export function refuseUnlessReadable(actor: Actor, of: Document, application: Application | undefined): void {
  const hidden = isOfVisit(of) && !!application && actsForApplicant(application, actor.personId);
  const may = application
    ? !hidden && mayRead(actor, application) && readable(actor, application, [of]).length === 1
    : mayReadPaper(actor, of) && of.status !== 'removed';
  if (!may) throw new Refused('record.not-found', { record: 'document' });
}
