import type { Application } from '../application/application.ts';
import { endOf } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { letterIn, withLetter } from './answer.ts';

/** The office records what came of a silent department: after its due day only, and only while it is silent (D19). */
export function recordEscalation(
  of: Application,
  { departmentCode, outcome }: { departmentCode: string; outcome: string },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'recordEscalation', actor);
  const letter = letterIn(of, departmentCode);
  refuseUnless(!letter.answer, 'consultation.answered-already', { at: letter.answer?.at });
  refuseUnless(!letter.escalation, 'consultation.escalated-already', { at: letter.escalation?.at });
  refuseUnless(now >= endOf(letter.dueOn), 'consultation.not-due', { dueOn: letter.dueOn });
  return decided(circumstances, withLetter(of, { ...letter, escalation: { outcome, by: actor.personId, at: now } }), {
    type: 'consultationEscalated',
    detail: { departmentCode, outcome },
  });
}
