import { departmentsOf } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Document } from '../document/document.ts';
import type { DatedFact } from '../eligibility/dated-fact.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Consultation } from './letter.ts';

interface Answer {
  readonly departmentCode: string;
  readonly verdict: 'noObjection' | 'objection';
  readonly facts: string;
  readonly fact?: DatedFact | undefined;
  readonly documentNumber?: string | undefined;
  /** The paper that the department itself uploaded. */
  readonly document?: Document | undefined;
}

/** The letter to a department. Throws `Refused` record.not-found. */
export function letterIn(of: Application, departmentCode: string): Consultation {
  const sent = of.consultations.find((c) => c.departmentCode === departmentCode);
  if (!sent) throw new Refused('record.not-found', { record: 'consultation' });
  return sent;
}

/** The application with one letter replaced. */
export const withLetter = (of: Application, letter: Consultation): Application => ({
  ...of,
  consultations: of.consultations.map((c) => (c.departmentCode === letter.departmentCode ? letter : c)),
});

/** Throws `Refused` unless the paper is the actor's own and passed its check. */
export function refuseUnlessOwnPaper(document: Document | undefined, { actor }: Circumstances): void {
  refuseUnless(!document || document.ownerId === actor.personId, 'record.not-found', { record: 'document' });
  refuseUnless(!document || document.status === 'checked', 'document.not-checked');
}

/**
 * A department answers its own letter on one applicant, once; also late, as long as the consultation lasts. An objection
 * names its facts, their day and the paper. A department is not told in which stage the application is, only that the
 * consultation is over. Throws `Refused` consultation.over, .answered-already, .objection-undocumented, .date-in-future.
 */
export function answerConsultation(
  of: Application,
  { departmentCode, document, ...given }: Answer,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  const isTheirs = departmentsOf(actor, of.programmeId).includes(departmentCode);
  refuseUnless(isTheirs, 'record.not-found', { record: 'consultation' });
  const letter = letterIn(of, departmentCode);
  refuseUnless(of.stage === 'Consultation', 'consultation.over');
  enter('application', of, 'answerConsultation', actor);
  refuseUnless(!letter.answer, 'consultation.answered-already', { at: letter.answer?.at });
  refuseUnlessOwnPaper(document, circumstances);
  const { verdict, fact, documentNumber } = given;
  const isDocumented = !!fact && (!!documentNumber || !!document);
  refuseUnless(verdict === 'noObjection' || isDocumented, 'consultation.objection-undocumented');
  const today = dateAt(now);
  refuseUnless(!fact || fact.on <= today, 'consultation.date-in-future', { on: fact?.on, today });
  const answer = { ...given, documentId: document?.documentId, by: actor.personId, at: now };
  return decided(circumstances, withLetter(of, { ...letter, answer }), {
    type: 'consultationAnswered',
    detail: { departmentCode, verdict },
  });
}
