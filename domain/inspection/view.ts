import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import type { Membership } from '../applicant.ts';
import type { Document } from '../document/document.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Inspection } from './inspection.ts';
import { answersForWinner } from './rectify.ts';

interface Applicant {
  readonly members?: readonly Membership[] | undefined;
}

/** Whether the actor reads the whole of it: office, auditors, whoever is on the team. */
const readsAll = (actor: Actor, of: Inspection): boolean =>
  (['office', 'auditor'] as const).some((role) => hasRole(actor, role, of.programmeId)) ||
  of.plan.team.includes(actor.personId);

/**
 * The inspection as the caller may see it. The winner sees the day, how it ended, and what was ordered and found again;
 * not the team, its worksheets, nor a case that was opened on it. Throws `Refused` record.not-found to anybody else.
 */
export function inspectionFor(actor: Actor, of: Inspection, applicant: Applicant) {
  if (readsAll(actor, of)) return of;
  refuseUnless(answersForWinner(of, applicant, { actor }), 'record.not-found', { record: 'inspection' });
  const { inspectionId, certificateNumber, winnerName, year, status, outcome, rounds, plan } = of;
  return { inspectionId, certificateNumber, winnerName, year, status, outcome, rounds, plan: { on: plan.on } };
}

/** A file of the inspection that its reader may open; the winner those of its own side. Throws record.not-found. */
export function fileFor(actor: Actor, of: Inspection, applicant: Applicant, document: Document): Document {
  const theirs = new Set(of.rounds.flatMap((round) => round.handedIn?.evidence ?? []));
  const may =
    readsAll(actor, of) ||
    (answersForWinner(of, applicant, { actor }) &&
      (document.ownerId === actor.personId || theirs.has(document.documentId)));
  if (!may || document.parent !== `inspection:${of.inspectionId}`)
    throw new Refused('record.not-found', { record: 'document' });
  return document;
}

/** Throws `Refused` record.not-found unless the actor brings evidence now: team and office, the winner to rectify. */
export function refuseUnlessBrings(actor: Actor, of: Inspection, applicant: Applicant): void {
  const inspects = hasRole(actor, 'office', of.programmeId) || of.plan.team.includes(actor.personId);
  const rectifies = of.status === 'rectification' && answersForWinner(of, applicant, { actor });
  refuseUnless(inspects || rectifies, 'record.not-found', { record: 'inspection' });
  refuseUnless(of.status !== 'closed', 'inspection.wrong-status', {
    status: of.status,
    needed: ['planned', 'rectification', 'reInspection'],
  });
}
