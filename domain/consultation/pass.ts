import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Consultation } from './letter.ts';

/** Why the office does not follow a department's objection. */
interface Assessment {
  readonly departmentCode: string;
  readonly assessment: string;
}

const codes = (letters: readonly { departmentCode: string }[]) => ({
  departments: letters.map((l) => l.departmentCode),
});

/**
 * The consultation is closed and the applicant goes on to the public notice (A16). Every letter has been answered or
 * escalated, and every objection is met by the office's own finding with its reason.
 */
export function passConsultation(
  of: Application,
  { assessments }: { assessments: readonly Assessment[] },
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'passConsultation', actor);
  refuseUnless(of.consultations.length > 0, 'consultation.none-sent');
  const silent = of.consultations.filter((c) => !c.answer && !c.escalation);
  refuseUnless(silent.length === 0, 'consultation.unanswered', codes(silent));
  const objections = of.consultations.filter((c) => c.answer?.verdict === 'objection');
  const assessed = (c: Consultation) => assessments.find((a) => a.departmentCode === c.departmentCode)?.assessment;
  const stray = assessments.filter((a) => !objections.some((c) => c.departmentCode === a.departmentCode));
  refuseUnless(stray.length === 0, 'consultation.assessment-unfit', codes(stray));
  const standing = objections.filter((c) => !assessed(c));
  refuseUnless(standing.length === 0, 'consultation.objection-stands', codes(standing));
  const consultations = of.consultations.map((c) => {
    const text = assessed(c);
    return text ? { ...c, assessment: { text, by: actor.personId, at: now } } : c;
  });
  return decided(
    circumstances,
    { ...move(of, 'EligibilityNotice', now), consultations },
    moved(of, 'consultationPassed', 'EligibilityNotice', { overridden: codes(objections).departments }),
  );
}
