import { departmentsOf } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Consultation } from './letter.ts';

interface Answer {
  readonly departmentCode: string;
  readonly verdict: 'noObjection' | 'objection';
  readonly facts: string;
  readonly documentNumber?: string | undefined;
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

/**
 * A department answers its own letter, once; also late, as long as the consultation lasts. A department is not told
 * in which stage the application is, only that the consultation is over.
 */
export function answerConsultation(
  of: Application,
  { departmentCode, ...given }: Answer,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  const isTheirs = departmentsOf(actor, of.programmeId).includes(departmentCode);
  refuseUnless(isTheirs, 'record.not-found', { record: 'consultation' });
  const letter = letterIn(of, departmentCode);
  refuseUnless(of.stage === 'Consultation', 'consultation.over');
  enter('application', of, 'answerConsultation', actor);
  refuseUnless(!letter.answer, 'consultation.answered-already', { at: letter.answer?.at });
  return decided(circumstances, withLetter(of, { ...letter, answer: { ...given, by: actor.personId, at: now } }), {
    type: 'consultationAnswered',
    detail: { departmentCode, verdict: given.verdict },
  });
}
