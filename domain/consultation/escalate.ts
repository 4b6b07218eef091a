import type { Application } from '../application/application.ts';
import { endOf } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Document } from '../document/document.ts';
import { letterIn, refuseUnlessOwnPaper, withLetter } from './answer.ts';

/** What came of it, and the paper that says so. */
interface Escalation {
  readonly departmentCode: string;
  readonly outcome: string;
  readonly documentNumber?: string | undefined;
  readonly document?: Document | undefined;
}

/**
 * The office records what came of a silent department, with a paper (a number or a file): after its due day only, and
 * only while it is silent (D19).
 */
export function recordEscalation(
  of: Application,
  { departmentCode, outcome, documentNumber, document }: Escalation,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'recordEscalation', actor);
  const letter = letterIn(of, departmentCode);
  refuseUnless(!letter.answer, 'consultation.answered-already', { at: letter.answer?.at });
  refuseUnless(!letter.escalation, 'consultation.escalated-already', { at: letter.escalation?.at });
  refuseUnless(now >= endOf(letter.dueOn), 'consultation.not-due', { dueOn: letter.dueOn });
  refuseUnlessOwnPaper(document, circumstances);
  refuseUnless(!!documentNumber || !!document, 'consultation.escalation-undocumented');
  const paper = { documentNumber, documentId: document?.documentId };
  const escalation = { outcome, ...paper, by: actor.personId, at: now };
  return decided(circumstances, withLetter(of, { ...letter, escalation }), {
    type: 'consultationEscalated',
    detail: { departmentCode, outcome },
  });
}
